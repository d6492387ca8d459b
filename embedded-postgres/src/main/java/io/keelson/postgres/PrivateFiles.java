package io.keelson.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Files and directories that only the user of this process may read. */
final class PrivateFiles {
    private static final FileAttribute<Set<PosixFilePermission>> DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateFiles() {}

    /**
     * Makes the directory if it is missing. One that is there must be a real directory of this user that nobody else
     * may write to, because programs in it are executed.
     */
    static Path directory(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            try {
                Files.createDirectory(path, DIRECTORY);
            } catch (FileAlreadyExistsException _) {
                requireOwn(path);
            }
            return path.toRealPath();
        } catch (IOException failure) {
            throw new PostgresStartException(
                    "The directory %s cannot be made or used: %s. Name a directory that this user may write to."
                            .formatted(path, failure),
                    failure);
        }
    }

    /** Writes the text so that after a crash either the old or the new content is there, never a part of it. */
    static void write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling("%s.%s".formatted(file.getFileName(), UUID.randomUUID()));
        Files.createFile(draft, FILE);
        Files.writeString(draft, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        publish(draft, file);
    }

    /** The text of the file without the line end, or nothing when there is no such file. */
    static Optional<String> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /** Removes the tree; nothing happens when it is not there. */
    static void deleteTree(Path root) {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Gives the finished draft its name; when this returns the new name survives a power cut. */
    static void publish(Path draft, Path target) throws IOException {
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel parent = FileChannel.open(target.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    /** Whether this process runs as root. */
    static boolean rootUser() throws IOException {
        return user() == 0;
    }

    private static int user() throws IOException {
        return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    }

    private static void requireOwn(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            throw new PostgresStartException(
                    "%s is not a directory. Name another one or move it away.".formatted(path));
        }
        int user = user();
        if ((int) Files.getAttribute(path, "unix:uid") != user
                || (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS) != user) {
            throw new PostgresStartException(
                    "The directory %s belongs to %s, not to the user of this process. Name another directory."
                            .formatted(path, Files.getOwner(path)));
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new PostgresStartException(
                    "Others may write to the directory %s. Take that right away with: chmod go-w %s"
                            .formatted(path, path));
        }
    }
}
