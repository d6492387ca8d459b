package io.keelson.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a second process from using the same directory. The system takes it back when the process dies. */
final class DirectoryLock implements AutoCloseable {
    /** The system forgets a process's lock as soon as the process closes the file a second time, so it is not opened twice. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
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
        Path file = directory.lock();
        if (!HELD_HERE.add(file)) {
            return Optional.empty();
        }
        Optional<DirectoryLock> lock = Optional.empty();
        try {
            lock = open(file);
            return lock;
        } catch (IOException failure) {
            throw new PostgresStartException(
                    "The lock file %s cannot be used: %s. Check the rights of the directory.".formatted(file, failure),
                    failure);
        } finally {
            if (lock.isEmpty()) {
                HELD_HERE.remove(file);
            }
        }
    }

    /** Gives the lock back; calling it twice does nothing more. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            HELD_HERE.remove(file);
        }
    }

    private static Optional<DirectoryLock> open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        String pid = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
        return Optional.of(new DirectoryLock(file, channel));
    }

    private static String holder(Path file) {
        if (HELD_HERE.contains(file)) {
            return "this process already";
        }
        try {
            return PrivateFiles.read(file)
                    .filter(pid -> !pid.isEmpty())
                    .map("the process %s"::formatted)
                    .orElse("another process");
        } catch (IOException _) {
            return "another process";
        }
    }
}
