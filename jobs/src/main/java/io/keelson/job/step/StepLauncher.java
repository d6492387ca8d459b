package io.keelson.job.step;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.fault.CrashPoint;
import io.keelson.api.operation.event.OperationFinished;
import io.keelson.api.operation.event.OperationRetried;
import io.keelson.api.operation.event.OperationStarted;
import io.keelson.api.operation.event.StepCompensated;
import io.keelson.api.operation.event.StepFailed;
import io.keelson.api.operation.event.StepSkipped;
import io.keelson.api.operation.event.StepStarted;
import io.keelson.api.operation.event.StepSucceeded;
import io.keelson.job.queue.JobQueue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;

/** Inserts a job for every started try of a step, in the transaction of its token, so a try is launched exactly once. */
@ProcessingGroup("step-launcher")
@DisallowReplay
public final class StepLauncher {
    private static final List<String> CAUSE = List.of(
            RequestContext.ACTOR_ID,
            RequestContext.ACTOR_TYPE,
            RequestContext.REQUEST_ID,
            RequestContext.IP_ADDRESS,
            RequestContext.USER_AGENT,
            RequestContext.SESSION_ID,
            RequestContext.REASON);

    private final OperationTable operations;
    private final StepLaunch launch;

    /**
     * Makes a launcher.
     *
     * @param dataSource the one whose transactions the event processor opens, also behind {@code queue}
     */
    public StepLauncher(DataSource dataSource, JobQueue queue) {
        this.operations = new OperationTable(dataSource);
        this.launch = new StepLaunch(dataSource, queue);
    }

    @EventHandler
    void react(OperationStarted event) {
        operations.add(event.operationId(), OperationWork.of(event));
    }

    @EventHandler
    void react(OperationRetried event) {
        operations.add(event.operationId(), new OperationWork(event.blueprint(), event.target(), event.parameters()));
    }

    @EventHandler
    void react(StepStarted event, @Timestamp Instant startedAt, MetaData metadata) {
        // Without a delay the clocks of two nodes must not make one.
        Instant runAt = event.delay().isZero() ? null : startedAt.plus(event.delay());
        launch.launch(new StepJob(event.operationId(), event.attempt(), cause(metadata)), runAt);
        CrashPoint.hit("step-job-inserted");
    }

    @EventHandler
    void react(StepSucceeded event) {
        operations.stepEnded(event.operationId(), event.attempt());
    }

    @EventHandler
    void react(StepSkipped event) {
        operations.stepEnded(event.operationId(), event.attempt());
    }

    @EventHandler
    void react(StepFailed event) {
        operations.stepEnded(event.operationId(), event.attempt());
    }

    @EventHandler
    void react(StepCompensated event) {
        operations.stepEnded(event.operationId(), event.attempt());
    }

    @EventHandler
    void react(OperationFinished event) {
        operations.remove(event.operationId());
    }

    private static Map<String, String> cause(MetaData metadata) {
        Map<String, String> cause = new LinkedHashMap<>();
        for (String key : CAUSE) {
            if (metadata.get(key) instanceof String value) {
                cause.put(key, value);
            }
        }
        return cause;
    }
}
