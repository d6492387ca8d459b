package io.keelson.job.step;

import io.keelson.api.fault.CrashPoint;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.operation.StepError;
import io.keelson.api.operation.command.OperationCommand;
import io.keelson.api.operation.command.RecordStepFailed;
import io.keelson.api.operation.command.RecordStepSkipped;
import io.keelson.api.operation.command.RecordStepSucceeded;
import io.keelson.driver.DriverException;
import io.keelson.driver.DriverStep;
import io.keelson.driver.InstanceDriver;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepProgress;
import io.keelson.driver.StepResult;
import io.keelson.job.queue.Interruption;
import io.keelson.job.queue.RunningJob;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of a driver, and what its end means for the operation. */
record StepTry(
        RunningJob job,
        StepJob step,
        InstanceBlueprint blueprint,
        Map<String, String> parameters,
        InstanceDriver driver) {
    private static final Logger LOG = LoggerFactory.getLogger(StepTry.class);

    /**
     * Calls the driver; never throws a failure of the driver, which is an outcome like any other.
     *
     * @throws InterruptedException when the node stops, so that the call has no outcome
     */
    OperationCommand outcome() throws InterruptedException {
        try {
            return command(call());
        } catch (DriverException e) {
            refuseWhileStopping(e);
            return timedOut() ? failed(timeOutError()) : failed(StepErrors.of(e));
        } catch (InterruptedException e) {
            refuseWhileStopping(e);
            return failed(timeOutError());
        } catch (RuntimeException | Error e) {
            refuseWhileStopping(e);
            if (timedOut()) {
                return failed(timeOutError());
            }
            LOG.error("Step {} failed unexpectedly; the operation decides whether it is tried again.", step.key(), e);
            return failed(StepErrors.unexpected(step, e));
        }
    }

    private StepResult call() throws DriverException, InterruptedException {
        DriverStep driverStep = DriverSteps.of(driver, step.attempt().step());
        StepContext context = new StepContext(
                InstanceSpecs.of(blueprint), step.operationId().value().toString(), progress(), parameters);
        CrashPoint.hit("step-before-driver");
        StepResult result =
                switch (step.attempt().action()) {
                    case APPLY, REVERT -> driverStep.apply(context);
                    case REMOVE -> driverStep.remove(context);
                };
        CrashPoint.hit("step-after-driver");
        return result;
    }

    private OperationCommand command(StepResult result) {
        return switch (result) {
            case StepResult.Done done ->
                new RecordStepSucceeded(step.operationId(), step.attempt(), done.message(), done.outputs());
            case StepResult.NotApplicable skipped ->
                new RecordStepSkipped(step.operationId(), step.attempt(), skipped.reason());
        };
    }

    private RecordStepFailed failed(StepError error) {
        return new RecordStepFailed(step.operationId(), step.attempt(), error);
    }

    private StepError timeOutError() {
        return StepErrors.timedOut(step, StepTimeouts.of(step.attempt(), blueprint));
    }

    private boolean timedOut() {
        return job.interruption() == Interruption.TIME_OUT;
    }

    /** An interrupt that is not the time-out means that this node must not decide how the try ended. */
    private void refuseWhileStopping(Throwable failure) throws InterruptedException {
        boolean interrupted = failure instanceof InterruptedException;
        if (job.interruption() == Interruption.STOP || (interrupted && !timedOut())) {
            InterruptedException stopping = new InterruptedException("The node stops before the end of " + step.key());
            stopping.initCause(failure);
            throw stopping;
        }
    }

    private StepProgress progress() {
        return (percent, message) -> LOG.debug("Step {} is at {} %: {}", step.key(), percent, message);
    }
}
