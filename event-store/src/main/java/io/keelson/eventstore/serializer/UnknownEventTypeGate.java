package io.keelson.eventstore.serializer;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stops the start when the store holds events that this program cannot read; else they would be skipped in silence. */
public final class UnknownEventTypeGate {
    // Hops from one type to the next through the index; a DISTINCT would read every event.
    private static final String KINDS = """
            WITH RECURSIVE kind AS (
                (SELECT payload_type, payload_revision FROM event_store.domain_event
                 ORDER BY payload_type, payload_revision LIMIT 1)
                UNION ALL
                SELECT following.payload_type, following.payload_revision FROM kind, LATERAL (
                    SELECT payload_type, payload_revision FROM event_store.domain_event AS event
                    WHERE (event.payload_type, event.payload_revision) > (kind.payload_type, kind.payload_revision)
                    ORDER BY payload_type, payload_revision LIMIT 1) AS following
            )
            SELECT payload_type, payload_revision FROM kind
            """;

    private final JdbcClient jdbc;
    private final LogicalTypeNames names;

    public UnknownEventTypeGate(DataSource dataSource, LogicalTypeNames names) {
        this.jdbc = JdbcClient.create(dataSource);
        this.names = names;
    }

    /** Throws {@link UnknownTypeException} naming every type and revision that cannot be read; else does nothing. */
    public void check() {
        List<Kind> unknown = jdbc.sql(KINDS).query((row, _) -> new Kind(row.getString(1), row.getString(2))).stream()
                .filter(kind -> !names.reads(kind.name(), kind.revision()))
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnknownTypeException(
                    "The event store holds events of types that this program does not know: "
                            + unknown
                            + ". Nothing was changed. Start the version that wrote them, or add the types and their upcasters.");
        }
    }

    private record Kind(String name, String revision) {
        @Override
        public String toString() {
            return "%s (revision %s)".formatted(name, revision);
        }
    }
}
