package io.keelson.job.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.job.JobsDatabase;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class EnqueueTest {
    private final JobsDatabase database = new JobsDatabase();
    private final AtomicInteger signals = new AtomicInteger();
    private final JobQueue queue = new JobQueue(database.dataSource(), signals::incrementAndGet);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aSecondJobWithTheKeyOfAnUnfinishedOneIsIgnored() {
        NewJob keyed = TestNode.job().withUniqueKey("operation:1:DEPLOY:1");

        assertThat(queue.enqueue(keyed)).matches(Enqueued::added);
        assertThat(queue.enqueue(keyed)).matches(enqueued -> !enqueued.added());
        assertThat(queue.enqueue(TestNode.job().withUniqueKey("operation:1:DEPLOY:2")))
                .matches(Enqueued::added);
        assertThat(database.countOf("jobs.platform_job")).isEqualTo(2);
        assertThat(signals).hasValue(2);
    }

    @Test
    void theKeyOfAFinishedJobIsFreeAgain() {
        NewJob keyed = TestNode.job().withUniqueKey("key");
        UUID first = queue.enqueue(keyed).id();
        database.jdbc()
                .sql("update jobs.platform_job set status = 3 where id = ?")
                .param(first)
                .update();

        assertThat(queue.enqueue(keyed)).matches(Enqueued::added);
    }

    @Test
    void aRolledBackTransactionLeavesNoJobAndNoSignal() {
        transaction.executeWithoutResult(status -> {
            queue.enqueue(TestNode.job());
            status.setRollbackOnly();
        });

        assertThat(database.countOf("jobs.platform_job")).isZero();
        assertThat(signals).hasValue(0);
    }

    @Test
    void theSignalComesAfterTheCommit() {
        transaction.executeWithoutResult(_ -> {
            queue.enqueue(TestNode.job());
            assertThat(signals).hasValue(0);
        });

        assertThat(signals).hasValue(1);
    }

    @Test
    void aPriorityOutOfRangeIsRefused() {
        assertThatThrownBy(() -> queue.enqueue(TestNode.job().withPriority(11)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
