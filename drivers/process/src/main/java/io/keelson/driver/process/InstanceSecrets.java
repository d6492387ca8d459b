package io.keelson.driver.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The secrets of one instance, to keep them out of everything that leaves its directory. */
final class InstanceSecrets {
    private static final String MASK = "***";

    private final List<String> secrets;

    private InstanceSecrets(List<String> secrets) {
        this.secrets = secrets;
    }

    static InstanceSecrets of(InstanceDirectory directory) throws IOException {
        List<String> secrets = new ArrayList<>();
        for (Path file : List.of(directory.databasePassword(), directory.keystorePassword())) {
            if (Files.exists(file)) {
                secrets.add(Files.readString(file).strip());
            }
        }
        return new InstanceSecrets(
                secrets.stream().filter(secret -> !secret.isEmpty()).toList());
    }

    /** The text with every secret in it replaced. */
    String mask(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }

    @Override
    public String toString() {
        return MASK;
    }
}
