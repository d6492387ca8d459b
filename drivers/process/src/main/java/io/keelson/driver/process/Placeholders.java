package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words in braces of a release stand for: <code>{port} {directory} {dataDirectory} {configurationFile}
 * {databaseUrl} {databaseHost} {databasePort} {databaseName} {databaseUser} {databasePassword} {instanceId} {version} {java}
 * {certificateFile} {privateKeyFile} {keystoreFile} {keystorePasswordFile}</code>. Any other word in braces is left alone.
 */
final class Placeholders {
    private static final Pattern WORD = Pattern.compile("\\{([a-zA-Z]+)}");

    private final Map<String, String> values;

    Placeholders(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** The values of an instance that has its database and its port. */
    static Placeholders of(InstanceSpec spec, InstanceRecords records, DatabaseServer server, Path java)
            throws IOException, DriverException {
        InstanceDirectory directory = records.directory(spec.instanceId());
        int port = records.port(spec.instanceId());
        String password = Files.readString(directory.databasePassword()).strip();
        String database = InstanceDatabase.name(spec.instanceId());
        Map<String, String> values = new HashMap<>();
        values.put("instanceId", spec.instanceId().toString());
        values.put("version", spec.version());
        values.put("java", java.toString());
        values.put("port", Integer.toString(port));
        values.put("directory", directory.release().toString());
        values.put("dataDirectory", directory.data().toString());
        values.put("configurationFile", directory.configuration().toString());
        values.put("databaseHost", server.host());
        values.put("databasePort", Integer.toString(server.port()));
        values.put("databaseName", database);
        values.put("databaseUser", database);
        values.put("databasePassword", password);
        values.put(
                "databaseUrl",
                "postgresql://%s:%s@%s:%d/%s".formatted(database, password, server.host(), server.port(), database));
        values.put("certificateFile", directory.certificate().toString());
        values.put("privateKeyFile", directory.privateKey().toString());
        values.put("keystoreFile", directory.keystore().toString());
        values.put("keystorePasswordFile", directory.keystorePassword().toString());
        return new Placeholders(values);
    }

    List<String> fill(List<String> texts) {
        return texts.stream().map(this::fill).toList();
    }

    String fill(String text) {
        return WORD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    @Override
    public String toString() {
        return "placeholders " + values.keySet();
    }
}
