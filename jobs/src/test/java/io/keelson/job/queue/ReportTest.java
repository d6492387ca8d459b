package io.keelson.job.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.job.JobsDatabase;
import io.keelson.job.ThreadShifts;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final JobsDatabase database = new JobsDatabase();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        database.close();
    }

    @Test
    void progressIsSeenWhileTheJobRuns() {
        try (TestNode node = new TestNode(database, JobsDatabase.SETTINGS, job -> {
                    job.progress(40, "copying");
                    end.await();
                })
                .started()) {
            UUID job = node.enqueue();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> text(job, "concat(progress, ' ', progress_message)"), "40 copying"::equals);
            end.countDown();
            await().atMost(Duration.ofSeconds(10)).until(() -> database.status(job) == JobStatus.SUCCEEDED.code());

            assertThat(text(job, "progress")).isEqualTo("100");
        }
    }

    @Test
    void aFloodedLogKeepsTheFirstThousandLinesCutToAThousandCharacters() {
        String longLine = "x".repeat(5_000) + '\0';
        try (TestNode node = new TestNode(database, JobsDatabase.SETTINGS, job -> {
                    for (int line = 0; line < 200_000; line++) {
                        job.log(line == 0 ? "begin\0" : longLine);
                    }
                })
                .started()) {
            UUID job = node.enqueue();
            await().atMost(Duration.ofSeconds(20)).until(() -> database.status(job) == JobStatus.SUCCEEDED.code());

            assertThat(database.countOf("jobs.platform_job_log")).isEqualTo(1_000);
            assertThat(database.countOf("jobs.platform_job_log where length(line) > 1000"))
                    .isZero();
            assertThat(database.countOf("jobs.platform_job_log where line like 'Further lines%'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aResultIsKept() {
        UUID job = runToItsEnd("{\"rows\": 3}", JobStatus.SUCCEEDED);

        assertThat(text(job, "result ->> 'rows'")).isEqualTo("3");
    }

    @Test
    void aResultThatIsNoJsonIsAFailureOfTheJob() {
        assertThat(text(runToItsEnd("no json", JobStatus.DEAD), "last_code")).isEqualTo("RESULT_NOT_JSON");
    }

    @Test
    void aResultThatIsTooLargeIsAFailureOfTheJob() {
        String large = "\"" + "x".repeat(1 << 20) + "\"";

        assertThat(text(runToItsEnd(large, JobStatus.DEAD), "last_code")).isEqualTo("RESULT_TOO_LARGE");
    }

    @Test
    void aResultThatTheDatabaseRefusesIsAFailureOfTheJobAlone() {
        assertThat(text(runToItsEnd("\"\\u0000\"", JobStatus.DEAD), "last_error"))
                .contains("cannot be stored");
    }

    @Test
    void threadsAndProcessesThatAHandlerLeavesBehindDoNotHoldItsLane() {
        JobSettings oneLane = new JobSettings(
                1,
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMillis(300),
                Duration.ofMillis(1500),
                Duration.ofMillis(300),
                Duration.ofMillis(300));
        List<ProcessHandle> left = new CopyOnWriteArrayList<>();
        try (TestNode node = new TestNode(database, oneLane, _ -> {
                    left.add(new ProcessBuilder("sleep", "30").start().toHandle());
                    Thread.ofPlatform().daemon().start(() -> {
                        try {
                            end.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    });
                    Thread.currentThread().interrupt();
                    throw new OutOfMemoryError("as if");
                })
                .started()) {
            UUID first = node.enqueue(TestNode.job().withMaxAttempts(1));
            UUID second = node.enqueue(TestNode.job().withMaxAttempts(1));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> database.status(first) == JobStatus.DEAD.code()
                            && database.status(second) == JobStatus.DEAD.code());

            assertThat(text(first, "last_code")).isEqualTo("OutOfMemoryError");
            assertThat(text(first, "last_stack")).contains("ReportTest");
        } finally {
            left.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private UUID runToItsEnd(String result, JobStatus expected) {
        JobSignals signals = new JobSignals(database.dataSource());
        JobHandler handler = new ResultHandler(result);
        JobNode node = new JobNode(
                database.dataSource(), signals, new ThreadShifts(), JobsDatabase.SETTINGS, List.of(handler));
        node.start();
        try {
            UUID job = new JobQueue(database.dataSource(), signals)
                    .enqueue(NewJob.of("result", "{}"))
                    .id();
            await().atMost(Duration.ofSeconds(10)).until(() -> database.status(job) == expected.code());
            return job;
        } finally {
            node.stop();
        }
    }

    private String text(UUID job, String column) {
        return database.jdbc()
                .sql("select cast(%s as text) from jobs.platform_job where id = ?".formatted(column))
                .param(job)
                .query(String.class)
                .single();
    }

    /** Answers always the same. */
    private record ResultHandler(String result) implements JobHandler {
        @Override
        public String type() {
            return "result";
        }

        @Override
        public String run(RunningJob job) {
            return result;
        }
    }
}
