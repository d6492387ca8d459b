package io.keelson.api.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.error.RejectedException;

/** How urgent a job is: 1 to 10, 10 is most urgent. */
public record JobPriority(@JsonValue int value) {
    private static final int LOWEST = 1;
    private static final int HIGHEST = 10;

    @JsonCreator
    public JobPriority {
        if (value < LOWEST || value > HIGHEST) {
            throw RejectedException.invalid(
                    "priority", "priority is %d; it must be 1 to 10, where 10 is most urgent.".formatted(value));
        }
    }
}
