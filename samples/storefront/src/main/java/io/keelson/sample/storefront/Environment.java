package io.keelson.sample.storefront;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the storefront is told by whoever starts it.
 *
 * @param port TCP port on 127.0.0.1; 0 picks a free one
 * @param databaseUrl JDBC URL without credentials
 * @param settings JSON object with the optional text {@code greeting}
 * @param keystore PKCS #12 file with key and certificate, or null for plain HTTP
 * @param keystorePasswordFile file with the password of the keystore, or null when it has none
 */
record Environment(
        int port,
        String databaseUrl,
        String databaseUser,
        String databasePassword,
        String settings,
        @Nullable Path keystore,
        @Nullable Path keystorePasswordFile) {

    static Environment of(Map<String, String> variables) {
        return new Environment(
                port(variables.getOrDefault("PORT", "8080")),
                required(variables, "DATABASE_URL"),
                required(variables, "DATABASE_USER"),
                required(variables, "DATABASE_PASSWORD"),
                variables.getOrDefault("KEELSON_SETTINGS", "{}"),
                path(variables.get("TLS_KEYSTORE")),
                path(variables.get("TLS_KEYSTORE_PASSWORD_FILE")));
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "port %d, database %s as %s".formatted(port, databaseUrl, databaseUser);
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("PORT must be a number, not \"%s\".".formatted(text));
        }
    }

    private static String required(Map<String, String> variables, String name) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The environment variable %s is missing.".formatted(name));
        }
        return value;
    }

    private static @Nullable Path path(@Nullable String text) {
        return text == null || text.isBlank() ? null : Path.of(text);
    }
}
