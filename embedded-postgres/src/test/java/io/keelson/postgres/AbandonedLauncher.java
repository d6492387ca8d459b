package io.keelson.postgres;

import java.nio.file.Path;
import java.sql.SQLException;

/** Program of a second JVM: starts a server, stores a row, and then dies without a word or stays. */
public final class AbandonedLauncher {
    static final String DIE = "die";
    static final String STAY = "stay";
    static final String READY = "ready ";

    private AbandonedLauncher() {}

    /** Takes the directory and what to do after the start. */
    public static void main(String[] arguments) throws SQLException, InterruptedException {
        EmbeddedPostgres server = EmbeddedPostgres.start(ServerCase.settings(Path.of(arguments[0])));
        ServerCase.execute(server.address(), "CREATE TABLE kept AS SELECT 1 AS id");
        System.out.println(READY + server.pid());
        if (arguments[1].equals(DIE)) {
            Runtime.getRuntime().halt(137);
        }
        Thread.currentThread().join();
    }
}
