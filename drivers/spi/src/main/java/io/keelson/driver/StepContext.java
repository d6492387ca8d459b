package io.keelson.driver;

import java.util.Map;

/**
 * For what a step is run.
 *
 * @param operationId marks what the step makes
 * @param progress hears how far a long step is
 * @param parameters what the operation says besides, under the names of {@link StepParameter}
 */
public record StepContext(
        InstanceSpec instance, String operationId, StepProgress progress, Map<String, String> parameters) {
    public StepContext {
        parameters = Map.copyOf(parameters);
    }

    /** A step that needs nothing but its specification. */
    public StepContext(InstanceSpec instance, String operationId, StepProgress progress) {
        this(instance, operationId, progress, Map.of());
    }

    /**
     * A parameter without which the step means nothing.
     *
     * @throws DriverException SPECIFICATION_REFUSED when it is absent
     */
    public String required(String parameter) throws DriverException {
        String value = parameters.get(parameter);
        if (value == null) {
            throw new DriverException(
                    FailureCode.SPECIFICATION_REFUSED,
                    "The operation on instance %s does not say its %s.".formatted(instance.instanceId(), parameter));
        }
        return value;
    }
}
