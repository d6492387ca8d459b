package io.keelson.sample.storefront;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;

/**
 * The program: {@code migrate} brings the database up to date and ends, {@code reverse} takes migrations back and ends, {@code
 * serve} serves until it is stopped.
 */
public final class Storefront {
    private static final int MISUSED = 2;

    private Storefront() {}

    /** Takes one word, {@code migrate}, {@code reverse} or {@code serve}; everything else comes from the environment. */
    public static void main(String[] arguments) throws IOException, SQLException, GeneralSecurityException {
        String word = arguments.length == 1 ? arguments[0] : "";
        try {
            Release release = Release.ofThisJar();
            Environment environment = Environment.of(System.getenv());
            switch (word) {
                case "migrate" -> Migrations.of(release).run(environment);
                case "reverse" -> Migrations.of(release).takeBack(environment, release.takenBackFor(targetVersion()));
                case "serve" -> serve(release, environment);
                default -> throw new IllegalArgumentException("Say \"migrate\", \"reverse\" or \"serve\".");
            }
        } catch (IllegalArgumentException misuse) {
            System.err.println(misuse.getMessage());
            System.exit(MISUSED);
        }
    }

    private static String targetVersion() {
        String version = System.getenv("KEELSON_TARGET_VERSION");
        if (version == null) {
            throw new IllegalArgumentException("The environment variable KEELSON_TARGET_VERSION is missing.");
        }
        return version;
    }

    private static void serve(Release release, Environment environment) throws IOException, GeneralSecurityException {
        WebServer server = WebServer.start(release, environment);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        System.out.printf("Storefront %s listens on 127.0.0.1:%d%n", release.version(), server.port());
    }
}
