package io.keelson.driver.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a restoration or an upgrade puts aside: the database of before under another name, the directories of before beside the
 * new ones. Every move looks at what is there, so each may be repeated after a crash at any point.
 */
final class Restoration {
    private final InstanceRecords records;
    private final DatabaseAdministration administration;
    private final JsonMapper mapper;

    Restoration(InstanceRecords records, DatabaseAdministration administration, JsonMapper mapper) {
        this.records = records;
        this.administration = administration;
        this.mapper = mapper;
    }

    /** Whether this operation has put everything in its place. */
    boolean isDone(UUID instanceId, String operationId) throws IOException {
        InstanceDirectory directory = records.directory(instanceId);
        return belongsTo(instanceId, operationId) && Files.exists(directory.restored(), LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether what is put aside was put aside by this operation. */
    boolean belongsTo(UUID instanceId, String operationId) throws IOException {
        return PrivateFiles.read(records.directory(instanceId).restoration())
                .map(json -> mapper.readValue(json, RestorationMark.class))
                .filter(mark -> mark.operationId().equals(operationId))
                .isPresent();
    }

    /** Makes the mark; what an earlier operation has put aside can no longer be brought back. */
    void begin(UUID instanceId, String operationId) throws IOException, SQLException {
        if (!belongsTo(instanceId, operationId)) {
            discard(instanceId);
            PrivateFiles.write(
                    records.directory(instanceId).restoration(),
                    mapper.writeValueAsBytes(new RestorationMark(operationId)));
        }
    }

    /** Puts the incoming database and files in the place of what is there. */
    void swap(UUID instanceId) throws IOException, SQLException {
        administration.swapIn(instanceId);
        InstanceDirectory directory = records.directory(instanceId);
        if (!exists(directory.dataAside())) {
            PrivateFiles.makeDirectory(directory.data());
            move(directory.data(), directory.dataAside());
        }
        if (exists(directory.dataIncoming())) {
            move(directory.dataIncoming(), directory.data());
        }
        PrivateFiles.createIfMissing(directory.restored());
    }

    /** Brings back what was put aside. */
    void swapBack(UUID instanceId) throws IOException, SQLException {
        InstanceDirectory directory = records.directory(instanceId);
        PrivateFiles.delete(directory.restored());
        administration.swapBack(instanceId);
        if (exists(directory.dataAside())) {
            FileTree.delete(directory.data());
            move(directory.dataAside(), directory.data());
        }
        FileTree.delete(directory.dataIncoming());
        PrivateFiles.delete(directory.restoration());
    }

    /** Deletes what was put aside. */
    void discard(UUID instanceId) throws IOException, SQLException {
        Optional<String> mark = PrivateFiles.read(records.directory(instanceId).restoration());
        if (mark.isEmpty()) {
            return;
        }
        InstanceDirectory directory = records.directory(instanceId);
        administration.dropAside(instanceId);
        FileTree.delete(directory.dataAside());
        FileTree.delete(directory.dataIncoming());
        FileTree.delete(directory.releaseAside());
        PrivateFiles.delete(directory.restored());
        PrivateFiles.delete(directory.restoration());
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
