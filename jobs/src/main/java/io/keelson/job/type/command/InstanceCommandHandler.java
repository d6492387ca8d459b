package io.keelson.job.type.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceCommand;
import io.keelson.driver.InstanceDriver;
import io.keelson.job.queue.JobDefaults;
import io.keelson.job.queue.JobFailure;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.JobPlace;
import io.keelson.job.queue.JobRetry;
import io.keelson.job.queue.RunningJob;
import io.keelson.job.type.JobJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryGateway;

/**
 * Runs a command in an active instance, with its environment and within its limits; what it prints becomes log lines. The
 * platform cannot know whether a command may run twice, so by default there is one try; whoever asks for more has a command
 * that is repeatable. A try that follows on a crash ends what the one before left running.
 */
public final class InstanceCommandHandler implements JobHandler {
    /** Type of the jobs. */
    public static final String TYPE = "instance.command";

    private static final JobDefaults DEFAULTS = new JobDefaults(
            JobPlace.DEFAULT_QUEUE,
            JobRetry.DEFAULT
                    .withMaxAttempts(1)
                    .withTimeout(Duration.ofMinutes(10))
                    .withBackoff(Duration.ofSeconds(10)));

    private final ActiveInstances instances;
    private final Map<String, InstanceDriver> drivers;

    /**
     * Makes a handler.
     *
     * @param drivers the enabled ones, each with a name of its own
     */
    public InstanceCommandHandler(QueryGateway queries, List<InstanceDriver> drivers) {
        this.instances = new ActiveInstances(queries);
        this.drivers =
                drivers.stream().collect(Collectors.toUnmodifiableMap(InstanceDriver::name, Function.identity()));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobDefaults defaults() {
        return DEFAULTS;
    }

    @Override
    public String payloadSchema() {
        return JobJson.schemaOf(InstanceCommandHandler.class);
    }

    @Override
    public boolean submittable() {
        return true;
    }

    @Override
    public void validate(String payload) {
        JobJson.read(payload, InstanceCommandPayload.class);
    }

    @Override
    public String run(RunningJob job) throws InterruptedException {
        InstanceCommandPayload payload = JobJson.readToRun(job.payload(), InstanceCommandPayload.class);
        InstanceView instance = instances.get(wanted(job, payload), job.tenantId());
        InstanceDriver driver = drivers.get(instance.driver().value());
        if (driver == null) {
            throw new JobFailure(
                    "DRIVER_NOT_ENABLED",
                    "The driver %s of %s is not enabled on this node.".formatted(instance.driver(), instance.id()),
                    true);
        }
        InstanceCommand command = new InstanceCommand(
                instance.id().value(),
                instance.configuration().region(),
                job.id().toString(),
                payload.command(),
                Objects.requireNonNullElse(payload.directory(), ""));
        job.progress(10, "Runs in " + instance.name());
        return result(instance, run(job, driver, command));
    }

    private static Ended run(RunningJob job, InstanceDriver driver, InstanceCommand command)
            throws InterruptedException {
        AtomicInteger lines = new AtomicInteger();
        try {
            int status = driver.run(command, line -> {
                lines.incrementAndGet();
                job.log(line);
            });
            return new Ended(status, lines.get());
        } catch (DriverException failure) {
            throw new JobFailure(
                    failure.code().name(),
                    String.valueOf(failure.getMessage()),
                    failure.code().retryable(),
                    failure);
        }
    }

    private static String result(InstanceView instance, Ended ended) {
        if (ended.status() != 0) {
            throw new JobFailure(
                    "COMMAND_FAILED",
                    "The command in %s ended with exit status %d; its last words stand in the log."
                            .formatted(instance.id(), ended.status()),
                    true);
        }
        return JobJson.write(Map.of("exitStatus", ended.status(), "lines", ended.lines()));
    }

    private static InstanceId wanted(RunningJob job, InstanceCommandPayload payload) {
        UUID owner = job.instanceId();
        InstanceId own = owner == null ? null : new InstanceId(owner);
        InstanceId named = payload.instanceId() == null ? own : payload.instanceId();
        if (named == null) {
            throw new JobFailure(
                    "INVALID_PAYLOAD",
                    "Neither the payload nor the job names an instance to run the command in.",
                    false);
        }
        if (own != null && !own.equals(named)) {
            throw new JobFailure(
                    "INVALID_PAYLOAD",
                    "The job belongs to %s and cannot run a command in %s.".formatted(own, named),
                    false);
        }
        return named;
    }

    private record Ended(int status, int lines) {}
}
