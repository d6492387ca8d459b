package io.keelson.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps a second process from using the same directory. The system takes it back when the process dies. */
final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock or refuses with the number of the process that has it. */
    static DirectoryLock acquire(ClusterDirectory directory) {
        return tryAcquire(directory)
                .orElseThrow(() -> new PostgresStartException(
                        "The directory %s is in use by %s. Stop that one first, or name another directory."
                                .formatted(directory.root(), holder(directory.lock()))));
    }

    /** Takes the lock, or nothing when another process, or this one, has it already. */
    static Optional<DirectoryLock> tryAcquire(ClusterDirectory directory) {
        try {
            FileChannel channel = FileChannel.open(
                    directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            String pid = Long.toString(ProcessHandle.current().pid());
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
            return Optional.of(new DirectoryLock(channel));
        } catch (IOException failure) {
            throw new PostgresStartException(
                    "The lock file %s cannot be used: %s. Check the rights of the directory."
                            .formatted(directory.lock(), failure),
                    failure);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static String holder(Path lock) {
        try {
            return PrivateFiles.read(lock)
                    .filter(pid -> !pid.isEmpty())
                    .map("the process %s"::formatted)
                    .orElse("another process");
        } catch (IOException _) {
            return "another process";
        }
    }
}
