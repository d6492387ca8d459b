package io.keelson.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a server, embedded or external, whether an acknowledged commit survives a crash of its machine. */
public final class DurabilityCheck {
    private static final Logger LOG = LoggerFactory.getLogger(DurabilityCheck.class);
    private static final String QUESTION =
            "SELECT current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes'), current_setting('data_checksums')";
    private static final String OFF = "off";

    private DurabilityCheck() {}

    /**
     * Refuses a server that may lose acknowledged commits; it warns of one that could not notice damaged pages.
     *
     * @param lossAllowed true when such a server is wanted, as in tests: then the finding is only a warning
     * @throws UnsafeServerException when {@code fsync} or {@code synchronous_commit} is off; the message says what to do
     * @throws SQLException when the server cannot be asked
     */
    public static void require(DataSource server, boolean lossAllowed) throws SQLException {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUESTION)) {
            row.next();
            refuse("fsync", row.getString(1), lossAllowed);
            refuse("synchronous_commit", row.getString(2), lossAllowed);
            warn("full_page_writes", row.getString(3), "a crash of the machine may damage pages");
            warn("data_checksums", row.getString(4), "damaged pages would not be noticed");
        }
    }

    private static void refuse(String setting, String value, boolean lossAllowed) {
        if (!value.equals(OFF)) {
            return;
        }
        if (!lossAllowed) {
            throw new UnsafeServerException(setting);
        }
        LOG.warn("PostgreSQL runs with {}=off: acknowledged changes may be lost in a crash, as was allowed", setting);
    }

    private static void warn(String setting, String value, String consequence) {
        if (value.equals(OFF)) {
            LOG.warn("PostgreSQL runs with {}=off: {}", setting, consequence);
        }
    }
}
