package io.keelson.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes the data directory. */
final class Cluster {
    static final String SUPERUSER = "keelson";
    private static final String DRAFT = "data-in-the-making-";

    private Cluster() {}

    /**
     * Makes the cluster if there is none. It is made under another name and renamed when it is whole, so a crash leaves
     * no half cluster; what an earlier crash left is removed.
     */
    static void make(ClusterDirectory directory, PostgresCommand command, boolean durable) throws IOException {
        // The programs of a killed launcher go on, and would write into what is removed here.
        ClusterProcesses.end(place -> place.startsWith(directory.root()) && !place.equals(directory.data()));
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(directory.root(), DRAFT + "*")) {
            drafts.forEach(PrivateFiles::deleteTree);
        }
        if (Files.exists(directory.data())) {
            requireVersion(directory.data());
            return;
        }
        Path draft = directory.root().resolve(DRAFT + UUID.randomUUID());
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + draft,
                "--username=" + SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + directory.passwordFile(),
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums",
                "--no-instructions"));
        if (!durable) {
            arguments.add("--no-sync");
        }
        command.run("initdb", arguments);
        PrivateFiles.publish(draft, directory.data());
    }

    private static void requireVersion(Path data) throws IOException {
        String version = PrivateFiles.read(data.resolve("PG_VERSION")).orElse("unknown");
        if (!version.equals(PostgresBinaries.majorVersion())) {
            throw new PostgresStartException(
                    "The cluster %s is of PostgreSQL %s, the programs are of %s. Dump it with the old release and load it into a new directory."
                            .formatted(data, version, PostgresBinaries.majorVersion()));
        }
    }
}
