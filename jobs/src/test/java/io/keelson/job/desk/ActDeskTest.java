package io.keelson.job.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.Rejection;
import io.keelson.api.job.JobId;
import io.keelson.api.job.JobPriority;
import io.keelson.api.job.JobState;
import io.keelson.api.job.command.CancelJob;
import io.keelson.api.job.command.ChangeJobPriority;
import io.keelson.api.job.command.ResumeJob;
import io.keelson.api.job.command.RetryJob;
import io.keelson.api.job.command.SuspendJob;
import io.keelson.api.job.event.JobCancellationRequested;
import io.keelson.api.job.event.JobPriorityChanged;
import io.keelson.api.job.event.JobResumed;
import io.keelson.api.job.event.JobRetried;
import io.keelson.api.job.event.JobSuspended;
import io.keelson.fixture.JobFixtures;
import io.keelson.job.queue.NewJob;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActDeskTest {
    private static final String WHY = "asked by the customer";

    private final DeskWorld world = new DeskWorld();
    private final ActDesk desk = new ActDesk(world.database.dataSource(), world.acts, world.types, world.bus);

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6, 7})
    void aWaitingJobIsCancelledAtOnce(int status) {
        JobId id = jobIn(status);

        cancel(id);
        cancel(id);

        assertThat(world.database.status(id.value())).isEqualTo(5);
        assertThat(world.payloads(id)).hasSize(1).first().isInstanceOf(JobCancellationRequested.class);
        assertThat(world.sequences(id)).containsExactly(0L);
    }

    @Test
    void aRunningJobIsToldToStop() {
        JobId id = jobIn(2);

        cancel(id);
        cancel(id);

        assertThat(world.database.status(id.value())).isEqualTo(2);
        assertThat(world.database.countOf("jobs.platform_job where cancel_requested"))
                .isEqualTo(1);
        assertThat(world.payloads(id)).containsExactly(new JobCancellationRequested(id, JobState.ACTIVE));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void whatIsOverCannotBeCancelled(int status) {
        JobId id = jobIn(status);

        assertThat(world.refusalOf(() -> desk.decide(new CancelJob(id), WHY)))
                .returns(ErrorCode.WRONG_STATE, Rejection::code)
                .returns("jobId", Rejection::field);
    }

    @Test
    void cancellingAndRetryingNeedAReason() {
        JobId id = jobIn(1);

        assertThat(world.refusalOf(() -> desk.decide(new CancelJob(id), null))).returns("reason", Rejection::field);
        assertThat(world.refusalOf(() -> desk.decide(new RetryJob(id), " "))).returns("reason", Rejection::field);
        assertThat(world.payloads(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void whatWasGivenUpOrCalledOffRunsAgainWithAllItsTries(int status) {
        JobId id = jobIn(status);
        set(id, "attempts = 10, deaths = 2, progress = 70, finished_at = now(), cancel_requested = true");

        world.inTransaction((Runnable) () -> desk.decide(new RetryJob(id), WHY));

        assertThat(world.database.countOf("jobs.platform_job where status = 0 and run_at <= now() and attempts = 0"
                        + " and deaths = 0 and progress = 0 and finished_at is null and not cancel_requested"))
                .isEqualTo(1);
        assertThat(world.payloads(id))
                .containsExactly(new JobRetried(id, status == 4 ? JobState.FAILED : JobState.CANCELLED));
        assertThat(world.refusalOf(() -> desk.decide(new RetryJob(id), WHY)))
                .returns(ErrorCode.WRONG_STATE, Rejection::code);
    }

    @Test
    void aJobWhoseKeyHasAnotherOwnerNowCannotBeRetried() {
        JobId id = jobIn(4);
        set(id, "unique_key = 'k'");
        set(jobIn(1), "unique_key = 'k'");

        assertThat(world.refusalOf(() -> desk.decide(new RetryJob(id), WHY)))
                .returns(ErrorCode.WRONG_STATE, Rejection::code);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6, 7})
    void thePriorityOfAWaitingJobChanges(int status) {
        JobId id = jobIn(status);

        change(id, 9);
        change(id, 9);

        assertThat(world.database.countOf("jobs.platform_job where priority = 9"))
                .isEqualTo(1);
        assertThat(world.payloads(id))
                .containsExactly(new JobPriorityChanged(id, new JobPriority(5), new JobPriority(9)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void whatDoesNotWaitCannotBeMovedAbout(int status) {
        JobId id = jobIn(status);

        List.<Runnable>of(
                        () -> desk.decide(new ChangeJobPriority(id, new JobPriority(9))),
                        () -> desk.decide(new SuspendJob(id)),
                        () -> desk.decide(new ResumeJob(id)))
                .forEach(act -> assertThat(world.refusalOf(act)).returns(ErrorCode.WRONG_STATE, Rejection::code));
        assertThat(world.payloads(id)).isEmpty();
    }

    @Test
    void aSuspendedJobWaitsUntilItIsResumed() {
        JobId id = jobIn(1);

        world.inTransaction((Runnable) () -> desk.decide(new SuspendJob(id)));
        world.inTransaction((Runnable) () -> desk.decide(new SuspendJob(id)));
        assertThat(world.database.status(id.value())).isEqualTo(6);
        world.inTransaction((Runnable) () -> desk.decide(new ResumeJob(id)));
        world.inTransaction((Runnable) () -> desk.decide(new ResumeJob(id)));

        assertThat(world.database.status(id.value())).isZero();
        assertThat(world.payloads(id)).isEqualTo(List.of(new JobSuspended(id, JobState.PENDING), new JobResumed(id)));
        assertThat(world.sequences(id)).containsExactly(0L, 1L);
    }

    @Test
    void thePlatformsOwnWorkIsOnlySeen() {
        JobId id = new JobId(world.queue.enqueue(NewJob.of(DeskWorld.OWN, "{}")).id());

        assertThat(world.refusalOf(() -> desk.decide(new CancelJob(id), WHY)))
                .returns(ErrorCode.JOB_TYPE_NOT_PUBLIC, Rejection::code)
                .returns("jobId", Rejection::field);
    }

    @Test
    void aJobThatDoesNotExistIsNotFound() {
        assertThat(world.refusalOf(() -> desk.decide(new CancelJob(JobFixtures.JOB_ID), WHY)))
                .returns(ErrorCode.JOB_NOT_FOUND, Rejection::code);
    }

    private void cancel(JobId id) {
        world.inTransaction((Runnable) () -> desk.decide(new CancelJob(id), WHY));
    }

    private void change(JobId id, int priority) {
        world.inTransaction((Runnable) () -> desk.decide(new ChangeJobPriority(id, new JobPriority(priority))));
    }

    private JobId jobIn(int status) {
        JobId id =
                new JobId(world.queue.enqueue(NewJob.of(DeskWorld.OPEN, "{}")).id());
        set(id, "status = " + status);
        return id;
    }

    private void set(JobId id, String change) {
        world.database
                .jdbc()
                .sql("update jobs.platform_job set " + change + " where id = ?")
                .param(id.value())
                .update();
    }
}
