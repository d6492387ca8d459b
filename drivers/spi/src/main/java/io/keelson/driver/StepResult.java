package io.keelson.driver;

import java.util.Map;

/** How a step ended when it did not fail. */
public sealed interface StepResult {
    /**
     * The step's purpose is fulfilled.
     *
     * @param message what is there now, in one sentence for a human; never a secret
     * @param outputs values that the instance needs afterwards, for example {@code url}; never a secret
     */
    record Done(String message, Map<String, String> outputs) implements StepResult {
        public Done {
            outputs = Map.copyOf(outputs);
        }
    }

    /** The step has no meaning here. */
    record NotApplicable(String reason) implements StepResult {}

    /** The output that holds where the workload serves. */
    String URL = "url";

    static StepResult done(String message) {
        return new Done(message, Map.of());
    }
}
