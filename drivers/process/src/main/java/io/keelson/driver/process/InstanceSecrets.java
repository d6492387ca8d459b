package io.keelson.driver.process;

import java.io.IOException;
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
            PrivateFiles.read(file)
                    .map(String::strip)
                    .filter(secret -> !secret.isEmpty())
                    .ifPresent(secrets::add);
        }
        return new InstanceSecrets(secrets);
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
