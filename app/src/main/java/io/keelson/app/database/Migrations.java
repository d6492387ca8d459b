package io.keelson.app.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings every module's schema up to date; each keeps its own history, so modules move independently. */
final class Migrations {
    private static final List<String> SCHEMAS =
            List.of("event_store", "command_side", "read_model", "jobs", "graphql_api");

    private Migrations() {}

    static void run(DataSource dataSource) {
        for (String schema : SCHEMAS) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas(schema)
                    .defaultSchema(schema)
                    .locations("classpath:db/migration/" + schema)
                    .load()
                    .migrate();
        }
    }
}
