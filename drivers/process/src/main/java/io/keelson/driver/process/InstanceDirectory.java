package io.keelson.driver.process;

import java.nio.file.Path;

/** The places in the directory of one instance. Only {@code release} and {@code data} belong to the workload. */
record InstanceDirectory(Path path) {
    /** Who lives here, and since which operation. */
    Path record() {
        return path.resolve("keelson.json");
    }

    /** Files of the release; commands run in it. */
    Path release() {
        return path.resolve("release");
    }

    /** Files of the release that ran before. */
    Path releaseAside() {
        return path.resolve("release.aside");
    }

    /** What the workload keeps. */
    Path data() {
        return path.resolve("data");
    }

    /** What a restoration brings in. */
    Path dataIncoming() {
        return path.resolve("data.incoming");
    }

    /** What a restoration has put aside. */
    Path dataAside() {
        return path.resolve("data.aside");
    }

    /** Which restoration has put something aside. */
    Path restoration() {
        return path.resolve("restoration.json");
    }

    /** There when that restoration has put everything in its place. */
    Path restored() {
        return path.resolve("restored");
    }

    /** What the last operation that let backups expire has let expire. */
    Path expiredBackups() {
        return path.resolve("expired-backups.json");
    }

    Path log(String command) {
        return path.resolve("log").resolve(command + ".log");
    }

    Path workloadRecord() {
        return path.resolve("process.json");
    }

    Path environment() {
        return path.resolve("secrets").resolve("environment.json");
    }

    Path databasePassword() {
        return path.resolve("secrets").resolve("database-password");
    }

    /** What is switched on, for the workload to read. */
    Path configuration() {
        return path.resolve("config").resolve("instance.json");
    }

    Path tls() {
        return path.resolve("tls");
    }

    Path certificate() {
        return tls().resolve("certificate.pem");
    }

    Path privateKey() {
        return tls().resolve("key.pem");
    }

    Path keystore() {
        return tls().resolve("keystore.p12");
    }

    Path keystorePassword() {
        return tls().resolve("keystore-password");
    }
}
