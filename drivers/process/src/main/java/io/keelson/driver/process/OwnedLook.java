package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.OwnedThing;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds everything that is marked as made by this driver. */
record OwnedLook(InstanceRecords records, PortReservations ports, ProcessTable table, DatabaseServer server) {
    private static final Pattern NAME =
            Pattern.compile("keelson_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})(?:_in|_out)?");
    private static final String NAMED = """
            SELECT 'database' AS kind, datname::text AS name FROM pg_database WHERE datname LIKE 'keelson\\_%'
            UNION ALL SELECT 'role', rolname::text FROM pg_roles WHERE rolname LIKE 'keelson\\_%'
            ORDER BY 1, 2""";

    List<OwnedThing> look() throws DriverException {
        try {
            List<OwnedThing> things = new ArrayList<>();
            for (String directory : records.directories()) {
                things.add(new OwnedThing(
                        id(directory),
                        "directory",
                        records.place().resolve(directory).toString()));
            }
            ports.holders()
                    .forEach((port, holder) -> things.add(new OwnedThing(id(holder), "port", Integer.toString(port))));
            processes(things);
            onServer(things);
            return things;
        } catch (IOException | SQLException failure) {
            throw new DriverException(
                    FailureCode.SYSTEM_ERROR,
                    "What the process driver has made cannot be listed (%s). It is tried again."
                            .formatted(failure.getMessage()),
                    failure);
        }
    }

    // A process of another control plane on this machine has its home elsewhere.
    private void processes(List<OwnedThing> things) throws IOException {
        for (ProcessEntry entry : table.all()) {
            String instance = table.variable(entry.pid(), LaunchedCommand.INSTANCE_VARIABLE)
                    .orElse("");
            String home = table.variable(entry.pid(), "HOME").orElse("");
            if (!instance.isEmpty() && !home.isEmpty() && Path.of(home).startsWith(records.place())) {
                things.add(new OwnedThing(id(instance), "process", Long.toString(entry.pid())));
            }
        }
    }

    private void onServer(List<OwnedThing> things) throws SQLException {
        try (DatabaseSession session = DatabaseSession.open(server);
                PreparedStatement statement = session.connection().prepareStatement(NAMED);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Matcher name = NAME.matcher(row.getString("name"));
                if (name.matches()) {
                    UUID instance = id("%s-%s-%s-%s-%s"
                            .formatted(name.group(1), name.group(2), name.group(3), name.group(4), name.group(5)));
                    things.add(new OwnedThing(instance, row.getString("kind"), name.group()));
                }
            }
        }
    }

    private static @Nullable UUID id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? id : null;
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
