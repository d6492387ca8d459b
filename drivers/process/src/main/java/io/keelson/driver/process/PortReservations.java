package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may listen on which port: a file {@code ports/<port>} holds the id of the instance. A reservation whose instance has
 * no directory any more is void: the directory is made before the port is taken and goes after it was given back.
 */
final class PortReservations {
    private final Path directory;
    private final PortRange range;
    private final InstanceRecords records;
    private final FileLocks locks;

    PortReservations(Path root, PortRange range, InstanceRecords records, FileLocks locks) {
        this.directory = root.resolve("ports");
        this.range = range;
        this.records = records;
        this.locks = locks;
    }

    /**
     * The port of the instance, reserved now if it has none.
     *
     * @param former the port that it had before its reservation was lost, or null; it is taken again if nobody else has it
     */
    int reserve(UUID instanceId, @Nullable Integer former) throws IOException, DriverException, InterruptedException {
        PrivateFiles.makeDirectory(directory);
        try (FileLocks.Held _ = locks.lockPorts()) {
            OptionalInt own = find(instanceId);
            if (own.isPresent()) {
                return own.getAsInt();
            }
            if (former != null && isVoid(former)) {
                PrivateFiles.write(file(former), instanceId.toString());
                return former;
            }
            for (int port = range.first(); port <= range.last(); port++) {
                if (isVoid(port) && nobodyListens(port)) {
                    PrivateFiles.write(file(port), instanceId.toString());
                    return port;
                }
            }
        }
        throw new DriverException(
                FailureCode.PORT_RANGE_FULL,
                "No port of the range %s is free for instance %s. Terminate instances or widen the range."
                        .formatted(range, instanceId));
    }

    /** The port that the instance holds. */
    OptionalInt find(UUID instanceId) throws IOException {
        if (!Files.isDirectory(directory)) {
            return OptionalInt.empty();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "[1-9]*")) {
            for (Path file : files) {
                if (holder(file).equals(instanceId.toString())) {
                    return OptionalInt.of(Integer.parseInt(file.getFileName().toString()));
                }
            }
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
        return OptionalInt.empty();
    }

    /** Whether the instance holds this port. */
    boolean holds(UUID instanceId, int port) throws IOException {
        return holder(file(port)).equals(instanceId.toString());
    }

    /** The reserved ports, and who holds each, as it is written. */
    Map<Integer, String> holders() throws IOException {
        Map<Integer, String> holders = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "[1-9]*")) {
                for (Path file : files) {
                    holders.put(Integer.parseInt(file.getFileName().toString()), holder(file));
                }
            } catch (DirectoryIteratorException failure) {
                throw failure.getCause();
            }
        }
        return holders;
    }

    /** Gives back what the instance holds. */
    void release(UUID instanceId) throws IOException, InterruptedException {
        try (FileLocks.Held _ = locks.lockPorts()) {
            OptionalInt port = find(instanceId);
            if (port.isPresent()) {
                PrivateFiles.delete(file(port.getAsInt()));
            }
        }
    }

    /** Whether a server could listen there now. */
    static boolean nobodyListens(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private boolean isVoid(int port) throws IOException {
        String holder = holder(file(port));
        return holder.isEmpty() || !records.hasDirectory(holder);
    }

    private static String holder(Path file) throws IOException {
        return PrivateFiles.read(file).orElse("").strip();
    }

    private Path file(int port) {
        return directory.resolve(Integer.toString(port));
    }
}
