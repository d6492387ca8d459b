package io.keelson.job.desk;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.job.DeadJobFilter;
import io.keelson.api.job.JobId;
import io.keelson.api.job.JobState;
import io.keelson.api.job.MovedJobs;
import io.keelson.api.job.command.DiscardJobs;
import io.keelson.api.job.command.RedriveJobs;
import io.keelson.api.job.event.JobDiscarded;
import io.keelson.api.job.event.JobEvent;
import io.keelson.api.job.event.JobRetried;
import io.keelson.job.queue.JobAct;
import io.keelson.job.queue.JobActs;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/** Where people run given-up jobs again, or remove them, many at once. */
public final class DeadLetterDesk {
    private static final int MOST = 1_000;

    private final JobLookUp jobs;
    private final JobActs acts;
    private final JobCatalogue types;
    private final JobAudit audit;

    /**
     * Makes the desk.
     *
     * @param dataSource the one whose transactions the command bus opens, also behind {@code acts} and {@code events}
     */
    public DeadLetterDesk(DataSource dataSource, JobActs acts, JobCatalogue types, EventBus events) {
        this.jobs = new JobLookUp(dataSource);
        this.acts = acts;
        this.types = types;
        this.audit = new JobAudit(dataSource, events);
    }

    /** Jobs whose unique key belongs to another one by now stay as they are. */
    @CommandHandler
    MovedJobs decide(RedriveJobs command, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        GivenReason.require(reason);
        return move(command.filter(), acts::redrive, job -> new JobRetried(job.id(), JobState.FAILED));
    }

    @CommandHandler
    MovedJobs decide(DiscardJobs command, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        GivenReason.require(reason);
        return move(command.filter(), acts::discard, job -> new JobDiscarded(job.id(), job.type(), job.queue()));
    }

    private MovedJobs move(DeadJobFilter filter, Function<UUID, JobAct> act, Function<JobStanding, JobEvent> event) {
        // One more than are moved, so that the answer can say whether there are more.
        List<JobStanding> found = jobs.dead(filter, types.open(), MOST + 1);
        List<JobId> moved = new ArrayList<>();
        for (JobStanding job : found.subList(0, Math.min(MOST, found.size()))) {
            JobAct done = act.apply(job.id().value());
            if (done.done()) {
                audit.note(event.apply(job), done);
                moved.add(job.id());
            }
        }
        return new MovedJobs(moved, found.size() > MOST && !moved.isEmpty());
    }
}
