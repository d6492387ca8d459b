package io.keelson.driver.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expectations about how a step fails. */
final class FailureAssertions {
    private FailureAssertions() {}

    /** The failure, which must have the code. */
    static DriverException assertFailsWith(FailureCode code, ThrowingCallable step) {
        DriverException failure = catchThrowableOfType(DriverException.class, step);
        assertThat(failure).as("a failure with %s", code).isNotNull();
        assertThat(failure.code()).as(failure.getMessage()).isEqualTo(code);
        return failure;
    }
}
