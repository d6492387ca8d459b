package io.keelson.job.schedule;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the clocks of all nodes that a schedule has changed. A hint: a lost one costs a second, never a fire. */
public final class ScheduleSignal {
    static final String CHANNEL = "keelson_schedules";

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleSignal.class);
    // A hint need not reach the disk, so its commit does not wait for it.
    private static final String NOTIFY = """
            select pg_notify('%s', '') from (select set_config('synchronous_commit', 'off', true)) hint""".formatted(CHANNEL);

    private final DataSource dataSource;

    /**
     * Makes a signal.
     *
     * @param dataSource a plain pool that takes part in no Spring transaction of the application
     */
    public ScheduleSignal(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Tells them when the running transaction is committed, or at once when there is none. */
    void changedAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            changed();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                changed();
            }
        });
    }

    private void changed() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement notify = connection.prepareStatement(NOTIFY)) {
            notify.execute();
        } catch (SQLException e) {
            LOG.debug("The clocks could not be told about a schedule; they look by themselves.", e);
        }
    }
}
