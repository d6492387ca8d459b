package io.keelson.benchmark.provisioning;

import io.keelson.benchmark.figure.Report;
import io.keelson.benchmark.node.JarNode;
import io.keelson.postgres.PostgresAddress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Where the time of operations goes, read from their events: hops between steps, and each step from intent to outcome. */
final class StepTimes {
    private static final String TIMES = """
            WITH moment AS (
                SELECT aggregate_identifier AS operation, payload_type, payload::jsonb #>> '{attempt,step}' AS step,
                       extract(epoch FROM timestamp - lag(timestamp) OVER history) * 1000 AS millis
                FROM event_store.domain_event WHERE aggregate_identifier = ANY (?)
                WINDOW history AS (PARTITION BY aggregate_identifier ORDER BY sequence_number))
            SELECT CASE WHEN payload_type = 'operation.step-started' THEN 'from an outcome to the next intent'
                        ELSE coalesce(step, payload_type) || ', from its intent to its outcome' END AS part,
                   percentile_cont(0.5) WITHIN GROUP (ORDER BY millis) AS median,
                   sum(millis) / count(DISTINCT operation) AS per_operation
            FROM moment WHERE millis IS NOT NULL GROUP BY part ORDER BY per_operation DESC
            """;

    private StepTimes() {}

    static void report(JarNode node, List<String> operations, Report report) throws IOException, SQLException {
        PostgresAddress server = node.database().withDatabase("keelson");
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                PreparedStatement statement = connection.prepareStatement(TIMES)) {
            statement.setArray(1, connection.createArrayOf("text", operations.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    report.note(
                            "%s: median %.1f ms, %.0f ms of an operation",
                            row.getString("part"), row.getDouble("median"), row.getDouble("per_operation"));
                }
            }
        }
    }
}
