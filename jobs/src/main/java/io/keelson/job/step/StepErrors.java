package io.keelson.job.step;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.Fault;
import io.keelson.api.instance.DriverName;
import io.keelson.api.operation.StepError;
import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whatever can go wrong with a try, as the error that the operation keeps. */
final class StepErrors {
    private StepErrors() {}

    static StepError of(DriverException failure) {
        return error(failure.code(), String.valueOf(failure.getMessage()));
    }

    static StepError timedOut(StepJob step, Duration timeout) {
        return error(
                FailureCode.TIMED_OUT,
                "Step %s did not end within %d s.".formatted(step.attempt().step(), timeout.toSeconds()));
    }

    /** The message names only the kind of the failure: what a library says could hold a secret. */
    static StepError unexpected(StepJob step, Throwable failure) {
        return new StepError(
                ErrorCode.INTERNAL.name(),
                Fault.PLATFORM,
                true,
                "Step %s failed unexpectedly with %s; the log of request %s has the details."
                        .formatted(
                                step.attempt().step(),
                                failure.getClass().getSimpleName(),
                                step.context().requestId()));
    }

    static StepError driverNotEnabled(DriverName driver) {
        return new StepError(
                ErrorCode.DRIVER_NOT_ENABLED.name(),
                Fault.USER,
                false,
                "The driver %s is not enabled on this node; enable it and try again.".formatted(driver));
    }

    static StepError givenUp(LostStep lost) {
        return new StepError(
                ErrorCode.INTERNAL.name(),
                Fault.PLATFORM,
                false,
                "The job of step %s was given up after %d tries: %s"
                        .formatted(lost.step().attempt().step(), lost.attempts(), orUnknown(lost.lastError())));
    }

    private static StepError error(FailureCode code, String message) {
        Fault fault =
                switch (code.blame()) {
                    case USER -> Fault.USER;
                    case INFRASTRUCTURE -> Fault.INFRASTRUCTURE;
                };
        return new StepError(code.name(), fault, code.retryable(), message);
    }

    private static String orUnknown(@Nullable String error) {
        return error == null ? "the cause is not known." : error;
    }
}
