package io.keelson.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class EphemeralPostgresTest {
    @Test
    void everyDatabaseIsEmptyAndApart() throws SQLException {
        EphemeralDatabase one = EphemeralPostgres.shared().newDatabase();
        EphemeralDatabase other = EphemeralPostgres.shared().newDatabase();

        execute(one, "CREATE TABLE thing (id int)");
        execute(other, "CREATE TABLE thing (id int)");

        assertThat(one.address().database()).isNotEqualTo(other.address().database());
    }

    private static void execute(EphemeralDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
