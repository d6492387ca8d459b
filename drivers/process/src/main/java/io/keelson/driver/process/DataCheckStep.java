package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Compares the database with the one that was put aside: a table that had rows and is still there must have rows. A release may
 * drop a table, so one that is gone is no failure.
 */
record DataCheckStep(DatabaseServer server, DatabaseAdministration administration) implements LocalStep {
    private static final String TABLES = """
            SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
            WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1""";

    @Override
    public StepResult apply(StepContext context) throws DriverException {
        UUID instanceId = context.instance().instanceId();
        try {
            if (!administration.isSwapped(instanceId)) {
                return new StepResult.NotApplicable("Nothing is put aside that the data could be compared with.");
            }
            String role = InstanceDatabase.name(instanceId);
            SortedMap<String, Boolean> before = filled(InstanceDatabase.aside(instanceId), role);
            SortedMap<String, Boolean> now = filled(role, role);
            List<String> emptied = before.entrySet().stream()
                    .filter(table -> table.getValue() && Boolean.FALSE.equals(now.get(table.getKey())))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!emptied.isEmpty()) {
                throw new DriverException(
                        FailureCode.DATA_LOST,
                        "The tables %s of instance %s had rows before and have none now."
                                .formatted(emptied, instanceId));
            }
            return StepResult.done("None of the %d tables has lost its rows.".formatted(before.size()));
        } catch (SQLException failure) {
            throw DatabaseFailure.of(instanceId, server, failure);
        }
    }

    private SortedMap<String, Boolean> filled(String database, String role) throws SQLException {
        SortedMap<String, Boolean> filled = new TreeMap<>();
        try (DatabaseSession session = DatabaseSession.openAsOwner(server, database, role);
                Statement statement = session.connection().createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(TABLES)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT FROM %s)".formatted(table))) {
                    filled.put(table, row.next() && row.getBoolean(1));
                }
            }
        }
        return filled;
    }
}
