package io.keelson.job.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** The dispatcher's own connection, kept with its prepared statements until it fails. For one thread. */
final class QueueConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueueConnection.class);
    // Every statement of the dispatcher has its index. A planner that believed old statistics would scan the table
    // instead,
    // for instance when a million jobs were enqueued since the last ANALYZE.
    private static final String SETTINGS = """
        set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off; set enable_hashjoin = off;
        set enable_mergejoin = off; set jit = off; set plan_cache_mode = force_generic_plan\
        """;
    private static final String RESET = """
        reset enable_seqscan; reset enable_bitmapscan; reset enable_sort; reset enable_hashjoin;
        reset enable_mergejoin; reset jit; reset plan_cache_mode\
        """;

    private final DataSource dataSource;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private @Nullable Connection connection;

    QueueConnection(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs statements as one transaction; a failure leaves none of them done, as far as can be known. */
    void run(Pipeline statements) {
        try {
            statements.run(open(), prepared);
        } catch (SQLException e) {
            close();
            DataAccessException known = new SQLExceptionSubclassTranslator().translate("queue turn", null, e);
            throw known == null ? new IllegalStateException("A turn of the job queue failed.", e) : known;
        }
    }

    @Override
    public void close() {
        Connection ending = connection;
        connection = null;
        prepared.clear();
        if (ending == null) {
            return;
        }
        try (ending;
                Statement reset = ending.createStatement()) {
            reset.execute(RESET);
        } catch (SQLException e) {
            LOG.debug("The dispatcher's connection was lost.", e);
        }
    }

    private Connection open() throws SQLException {
        Connection current = connection;
        if (current == null) {
            current = dataSource.getConnection();
            connection = current;
            try (Statement settings = current.createStatement()) {
                settings.execute(SETTINGS);
            }
        }
        return current;
    }
}
