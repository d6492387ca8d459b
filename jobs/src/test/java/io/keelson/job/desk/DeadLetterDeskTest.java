package io.keelson.job.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.error.Rejection;
import io.keelson.api.job.DeadJobFilter;
import io.keelson.api.job.JobId;
import io.keelson.api.job.JobState;
import io.keelson.api.job.JobType;
import io.keelson.api.job.MovedJobs;
import io.keelson.api.job.QueueName;
import io.keelson.api.job.command.DiscardJobs;
import io.keelson.api.job.command.RedriveJobs;
import io.keelson.api.job.event.JobDiscarded;
import io.keelson.api.job.event.JobRetried;
import io.keelson.job.queue.NewJob;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLetterDeskTest {
    private static final DeadJobFilter ALL = new DeadJobFilter(null, null, null, null, null);
    private static final String WHY = "the receiver is back";

    private final DeskWorld world = new DeskWorld();
    private final DeadLetterDesk desk =
            new DeadLetterDesk(world.database.dataSource(), world.acts, world.types, world.bus);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void onlyGivenUpJobsThatMatchAreMoved() {
        JobId email = dead(NewJob.of(DeskWorld.OPEN, "{}").withQueue("email"));
        JobId other = dead(NewJob.of(DeskWorld.OPEN, "{}"));
        JobId own = dead(NewJob.of(DeskWorld.OWN, "{}").withQueue("email"));
        UUID waiting = world.queue
                .enqueue(NewJob.of(DeskWorld.OPEN, "{}").withQueue("email"))
                .id();

        MovedJobs moved = redrive(new DeadJobFilter(null, null, new QueueName("email"), null, null));

        assertThat(moved).isEqualTo(new MovedJobs(List.of(email), false));
        assertThat(world.database.status(email.value())).isZero();
        assertThat(List.of(other, own))
                .allSatisfy(id -> assertThat(world.database.status(id.value())).isEqualTo(4));
        assertThat(world.database.status(waiting)).isEqualTo(1);
        assertThat(world.payloads(email)).containsExactly(new JobRetried(email, JobState.FAILED));
    }

    @Test
    void aFilterByIdsMovesTheseOnly() {
        JobId one = dead(NewJob.of(DeskWorld.OPEN, "{}"));
        dead(NewJob.of(DeskWorld.OPEN, "{}"));

        assertThat(redrive(new DeadJobFilter(List.of(one), null, null, null, null))
                        .jobIds())
                .containsExactly(one);
        assertThat(redrive(new DeadJobFilter(List.of(), null, null, null, null)).jobIds())
                .isEmpty();
    }

    @Test
    void ofTwoWithTheSameKeyOneRunsAgain() {
        JobId first = dead(NewJob.of(DeskWorld.OPEN, "{}").withUniqueKey("k"));
        JobId second = dead(NewJob.of(DeskWorld.OPEN, "{}").withUniqueKey("k"));

        assertThat(redrive(ALL).jobIds()).containsExactly(first);
        assertThat(redrive(ALL).jobIds()).isEmpty();
        assertThat(world.database.status(second.value())).isEqualTo(4);
    }

    @Test
    void aThousandAreMovedAtOnceAndTheNextCallMovesTheRest() {
        world.queue.enqueueAll(Collections.nCopies(1_200, NewJob.of(DeskWorld.OPEN, "{}")));
        world.database.jdbc().sql("update jobs.platform_job set status = 4").update();

        MovedJobs first = redrive(ALL);
        MovedJobs second = redrive(ALL);

        assertThat(first.jobIds()).hasSize(1_000);
        assertThat(first.more()).isTrue();
        assertThat(second.jobIds()).hasSize(200);
        assertThat(second.more()).isFalse();
        assertThat(world.events).hasSize(1_200);
    }

    @Test
    void whatIsDiscardedIsGoneAndItsLastEventFollowsTheOthers() {
        JobId id = dead(NewJob.of(DeskWorld.OPEN, "{}"));
        redrive(ALL);
        world.database.jdbc().sql("update jobs.platform_job set status = 4").update();

        MovedJobs discarded = world.inTransaction(() -> desk.decide(new DiscardJobs(DeskWorld.batch(), ALL), WHY));

        assertThat(discarded.jobIds()).containsExactly(id);
        assertThat(world.jobs()).isZero();
        assertThat(world.sequences(id)).containsExactly(0L, 1L);
        assertThat(world.payloads(id).getLast())
                .isEqualTo(new JobDiscarded(id, new JobType(DeskWorld.OPEN), new QueueName("default")));
    }

    @Test
    void bothNeedAReason() {
        assertThat(world.refusalOf(() -> desk.decide(new RedriveJobs(DeskWorld.batch(), ALL), null)))
                .returns("reason", Rejection::field);
        assertThat(world.refusalOf(() -> desk.decide(new DiscardJobs(DeskWorld.batch(), ALL), "")))
                .returns("reason", Rejection::field);
    }

    private MovedJobs redrive(DeadJobFilter filter) {
        return world.inTransaction(() -> desk.decide(new RedriveJobs(DeskWorld.batch(), filter), WHY));
    }

    private JobId dead(NewJob job) {
        UUID id = world.queue.enqueue(job).id();
        world.database
                .jdbc()
                .sql("update jobs.platform_job set status = 4 where id = ?")
                .param(id)
                .update();
        return new JobId(id);
    }
}
