package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The snapshots: {@code <root>/<instanceId>/<backupId>}. A directory without the ending {@code .draft} is whole. */
final class BackupStore {
    private static final String DRAFT = ".draft";
    private static final String MANIFEST = "manifest.json";

    private final Path root;
    private final JsonMapper mapper;

    BackupStore(Path root, JsonMapper mapper) {
        this.root = root;
        this.mapper = mapper;
    }

    Path directory(UUID instanceId, UUID backupId) {
        return root.resolve(instanceId.toString()).resolve(backupId.toString());
    }

    /** An empty place to make a snapshot in; half of an earlier one is deleted. */
    Path newDraft(UUID instanceId, UUID backupId) throws IOException {
        Path draft = draft(instanceId, backupId);
        FileTree.delete(draft);
        PrivateFiles.makeDirectory(draft);
        return draft;
    }

    /** Makes the draft the snapshot. */
    void finish(UUID instanceId, UUID backupId, BackupManifest manifest) throws IOException {
        Path draft = draft(instanceId, backupId);
        PrivateFiles.write(draft.resolve(MANIFEST), mapper.writeValueAsBytes(manifest));
        Files.move(draft, directory(instanceId, backupId), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes the snapshot and what there may be of its draft; what is not there is fine. */
    void delete(UUID instanceId, UUID backupId) throws IOException {
        FileTree.delete(draft(instanceId, backupId));
        FileTree.delete(directory(instanceId, backupId));
        Path ofInstance = root.resolve(instanceId.toString());
        if (Files.isDirectory(ofInstance) && isEmpty(ofInstance)) {
            Files.delete(ofInstance);
        }
    }

    Optional<BackupManifest> find(UUID instanceId, UUID backupId) throws IOException {
        return PrivateFiles.read(manifest(instanceId, backupId))
                .map(json -> mapper.readValue(json, BackupManifest.class));
    }

    /**
     * The manifest of a snapshot that can be used.
     *
     * @throws DriverException BACKUP_UNUSABLE when there is none, or it is another instance's
     */
    BackupManifest get(UUID instanceId, UUID backupId) throws IOException, DriverException {
        BackupManifest manifest = find(instanceId, backupId)
                .orElseThrow(() -> unusable(backupId, "it is not in " + root.resolve(instanceId.toString())));
        if (!manifest.instanceId().equals(instanceId.toString())) {
            throw unusable(
                    backupId, "it is one of instance %s, not of %s".formatted(manifest.instanceId(), instanceId));
        }
        return manifest;
    }

    /** Digest of the manifest, which holds the digests of everything else. */
    String checksum(UUID instanceId, UUID backupId) throws IOException {
        return Sha256.of(Files.readString(manifest(instanceId, backupId)).getBytes(StandardCharsets.UTF_8));
    }

    /** The whole snapshots of an instance, newest first. */
    List<BackupManifest> all(UUID instanceId) throws IOException {
        Path ofInstance = root.resolve(instanceId.toString());
        if (!Files.isDirectory(ofInstance)) {
            return List.of();
        }
        try (Stream<Path> directories = Files.list(ofInstance)) {
            return directories
                    .filter(directory -> !directory.toString().endsWith(DRAFT))
                    .map(directory -> directory.resolve(MANIFEST))
                    .filter(Files::isRegularFile)
                    .map(file -> mapper.readValue(file, BackupManifest.class))
                    .sorted(Comparator.comparing(BackupManifest::createdAt).reversed())
                    .toList();
        }
    }

    static DriverException unusable(UUID backupId, String reason) {
        return new DriverException(
                FailureCode.BACKUP_UNUSABLE,
                "Backup %s cannot be used: %s. Nothing was touched; choose another backup."
                        .formatted(backupId, reason));
    }

    private Path manifest(UUID instanceId, UUID backupId) {
        return directory(instanceId, backupId).resolve(MANIFEST);
    }

    private Path draft(UUID instanceId, UUID backupId) {
        return root.resolve(instanceId.toString()).resolve(backupId + DRAFT);
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> content = Files.list(directory)) {
            return content.findAny().isEmpty();
        }
    }
}
