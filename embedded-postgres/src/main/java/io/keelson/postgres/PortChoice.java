package io.keelson.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Which port the server listens on. Chosen ports lie below those the system gives to outgoing connections. */
final class PortChoice {
    private static final int FIRST = 15_432;
    private static final int LAST = 19_999;
    private static final int TRIES = 200;

    private PortChoice() {}

    /** The port asked for, else the one remembered, else a free one, which is remembered. */
    static int of(PostgresSettings settings, ClusterDirectory directory) throws IOException {
        if (settings.port() != 0) {
            return settings.port();
        }
        Optional<Integer> kept = PrivateFiles.read(directory.port()).map(Integer::valueOf);
        if (kept.isPresent()) {
            return kept.get();
        }
        int port = pick();
        PrivateFiles.write(directory.port(), Integer.toString(port));
        return port;
    }

    /** Refuses to go on when something listens there: the caller has made sure that it is not our own server. */
    static void requireFree(int port, ClusterDirectory directory) {
        if (!isFree(port)) {
            throw new PostgresStartException(
                    ("Port %d on 127.0.0.1 is taken by something that is not the server of %s, and a foreign server is never used."
                                    + " Stop what listens there or set another port; if the port was picked automatically, deleting %s has another one picked.")
                            .formatted(port, directory.data(), directory.port()));
        }
    }

    private static int pick() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (isFree(port)) {
                return port;
            }
        }
        throw new PostgresStartException(
                "No free port was found between %d and %d. Set one that is free.".formatted(FIRST, LAST));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
