package io.keelson.job.step;

import io.keelson.api.fault.CrashPoint;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.operation.command.OperationCommand;
import io.keelson.api.operation.command.RecordStepFailed;
import io.keelson.driver.InstanceDriver;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.RunningJob;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one try of a step: calls the driver and reports the outcome to the operation. A failed step is a reported outcome,
 * not a failed job; the job is tried again only when the outcome cannot be reported.
 */
public final class StepHandler implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(StepHandler.class);

    private final OperationTable operations;
    private final StepOutcomes outcomes;
    private final Map<String, InstanceDriver> drivers;

    /**
     * Makes a handler.
     *
     * @param drivers the enabled ones, each with a name of its own
     */
    public StepHandler(DataSource dataSource, CommandGateway commands, List<InstanceDriver> drivers) {
        this.operations = new OperationTable(dataSource);
        this.outcomes = new StepOutcomes(commands);
        this.drivers =
                drivers.stream().collect(Collectors.toUnmodifiableMap(InstanceDriver::name, Function.identity()));
    }

    @Override
    public String type() {
        return StepJob.TYPE;
    }

    @Override
    public void run(RunningJob job) throws InterruptedException {
        CrashPoint.hit("step-claimed");
        StepJob step = StepJson.read(job.payload(), StepJob.class);
        OperationWork work = operations.workFor(step).orElse(null);
        if (work == null) {
            LOG.info("Step {} is no longer under way; its job ends without doing anything.", step.key());
            return;
        }
        try (StepLog _ = StepLog.open(step, work.blueprint().instanceId())) {
            OperationCommand outcome = outcome(job, step, work);
            job.shield();
            outcomes.record(step, outcome);
            CrashPoint.hit("step-outcome-recorded");
        }
    }

    private OperationCommand outcome(RunningJob job, StepJob step, OperationWork work) throws InterruptedException {
        InstanceBlueprint blueprint = work.blueprintFor(step.attempt());
        if (job.previousTryAbandoned()) {
            return new RecordStepFailed(
                    step.operationId(),
                    step.attempt(),
                    StepErrors.timedOut(step, StepTimeouts.of(step.attempt(), blueprint)));
        }
        InstanceDriver driver = drivers.get(blueprint.driver().value());
        if (driver == null) {
            return new RecordStepFailed(
                    step.operationId(), step.attempt(), StepErrors.driverNotEnabled(blueprint.driver()));
        }
        return new StepTry(job, step, blueprint, work.parameters(), driver).outcome();
    }
}
