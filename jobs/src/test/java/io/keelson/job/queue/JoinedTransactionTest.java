package io.keelson.job.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.job.JobsDatabase;
import java.sql.Connection;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is done inside of a transaction that a manager for JPA has begun ends with that transaction, not before. */
class JoinedTransactionTest {
    private final JobsDatabase database = new JobsDatabase();
    private final JobSignals signals = new JobSignals(database.dataSource());
    private final JobQueue queue = new JobQueue(database.dataSource(), signals);
    private final JobActs acts = new JobActs(database.dataSource(), signals);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void actsAndKeyedJobsGoAwayWithTheTransactionAroundThem() throws Exception {
        UUID job = queue.enqueue(TestNode.job()).id();

        rolledBackLikeJpa(() -> {
            assertThat(acts.cancel(job).done()).isTrue();
            queue.enqueue(TestNode.job().withUniqueness(JobUniqueness.waiting("key")));
        });

        assertThat(database.status(job)).isEqualTo(JobStatus.READY.code());
        assertThat(database.countOf("jobs.platform_job")).isEqualTo(1);
    }

    @Test
    void withoutATransactionEachIsOneOfItsOwn() {
        UUID job = queue.enqueue(TestNode.job()).id();

        assertThat(acts.cancel(job).done()).isTrue();

        assertThat(database.status(job)).isEqualTo(JobStatus.CANCELLED.code());
    }

    /** As JpaTransactionManager does it: the connection is bound, but not marked as one with a transaction. */
    private void rolledBackLikeJpa(Runnable work) throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            TransactionSynchronizationManager.bindResource(database.dataSource(), new ConnectionHolder(connection));
            TransactionSynchronizationManager.initSynchronization();
            TransactionSynchronizationManager.setActualTransactionActive(true);
            try {
                work.run();
            } finally {
                TransactionSynchronizationManager.unbindResource(database.dataSource());
                TransactionSynchronizationManager.clear();
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
