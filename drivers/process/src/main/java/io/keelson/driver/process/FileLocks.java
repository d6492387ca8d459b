package io.keelson.driver.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Locks that hold against other threads and other processes and that the system gives back when their process ends. All
 * are bytes of one file: closing any handle of a file frees a process's locks on it, so the file is opened once per
 * virtual machine and never closed.
 */
final class FileLocks {
    private static final Map<Path, FileLocks> BY_ROOT = new ConcurrentHashMap<>();
    private static final long PORTS = Long.MAX_VALUE - 2;
    private static final int INSTANCE_BITS_DROPPED = 2;
    private static final long PAUSE_MILLIS = 5;

    private final Path root;
    private final Set<Long> heldHere = ConcurrentHashMap.newKeySet();
    private @Nullable FileChannel channel;

    private FileLocks(Path root) {
        this.root = root;
    }

    static FileLocks at(Path root) {
        return BY_ROOT.computeIfAbsent(root, FileLocks::new);
    }

    /** Waits until nobody else works on the instance. */
    Held lockInstance(UUID id) throws IOException, InterruptedException {
        return lock((id.getMostSignificantBits() ^ id.getLeastSignificantBits()) >>> INSTANCE_BITS_DROPPED);
    }

    /** Waits until nobody else chooses a port. */
    Held lockPorts() throws IOException, InterruptedException {
        return lock(PORTS);
    }

    private Held lock(long position) throws IOException, InterruptedException {
        while (!heldHere.add(position)) {
            Thread.sleep(PAUSE_MILLIS);
        }
        boolean locked = false;
        try {
            Held held = new Held(position, lockFile(position));
            locked = true;
            return held;
        } finally {
            if (!locked) {
                heldHere.remove(position);
            }
        }
    }

    // A blocking lock would close the shared channel when interrupted, so this asks again and again.
    private @Nullable FileLock lockFile(long position) throws IOException, InterruptedException {
        FileChannel file = channel();
        if (file == null) {
            return null;
        }
        while (true) {
            FileLock lock = tryLock(file, position);
            if (lock != null) {
                return lock;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file, long position) throws IOException {
        try {
            return file.tryLock(position, 1, false);
        } catch (OverlappingFileLockException heldThroughAnotherNameOfTheRoot) {
            return null;
        }
    }

    /** Null when the root cannot be a directory: then nothing is in it that another process could work on. */
    private synchronized @Nullable FileChannel channel() throws IOException {
        if (channel == null) {
            try {
                PrivateFiles.makeDirectory(root);
            } catch (IOException reportedByTheReservation) {
                return null;
            }
            Path file = root.resolve("lock");
            PrivateFiles.createIfMissing(file);
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
        }
        return channel;
    }

    /** A lock that is held until it is closed. */
    final class Held implements AutoCloseable {
        private final long position;
        private final @Nullable FileLock lock;

        private Held(long position, @Nullable FileLock lock) {
            this.position = position;
            this.lock = lock;
        }

        @Override
        public void close() {
            try {
                if (lock != null) {
                    lock.release();
                }
            } catch (IOException releasedWithTheProcess) {
                throw new IllegalStateException("The lock file of " + root + " was closed.", releasedWithTheProcess);
            } finally {
                heldHere.remove(position);
            }
        }
    }
}
