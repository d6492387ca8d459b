package io.keelson.saga.step;

import io.keelson.api.operation.StepError;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what could not be removed, and what a human can do about it. */
public final class Leftovers {
    private static final String ADVICE =
            "It is not tried again by itself; terminate the instance to remove what is left.";

    private Leftovers() {}

    /** Why a removal failed: code and fault of the first step that was given up, and all of them by name. */
    public static StepError error(List<GivenUp> leftovers) {
        StepError first = leftovers.getFirst().error();
        return new StepError(first.code(), first.fault(), false, describe(leftovers));
    }

    /** {@code cause} with what it has left behind. */
    public static StepError addedTo(StepError cause, List<GivenUp> leftovers) {
        return new StepError(
                cause.code(), cause.fault(), false, "%s %s".formatted(cause.message(), describe(leftovers)));
    }

    /** {@code cause} with what could not be brought back to what it was before. */
    public static StepError notTakenBack(StepError cause, List<GivenUp> leftovers) {
        String steps = leftovers.stream()
                .map(leftover -> "Step %s could not be taken back: %s"
                        .formatted(words(leftover), leftover.error().message()))
                .collect(Collectors.joining(" "));
        return new StepError(
                cause.code(),
                cause.fault(),
                false,
                "%s %s It is not tried again by itself; retry the operation or terminate the instance."
                        .formatted(cause.message(), steps));
    }

    private static String describe(List<GivenUp> leftovers) {
        return leftovers.stream().map(Leftovers::describe).collect(Collectors.joining(" ", "", " " + ADVICE));
    }

    private static String describe(GivenUp leftover) {
        return "Step %s could not be removed: %s"
                .formatted(words(leftover), leftover.error().message());
    }

    private static String words(GivenUp leftover) {
        return leftover.step().name().toLowerCase(Locale.ROOT);
    }
}
