package io.keelson.benchmark.projection;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceName;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.event.InstanceActivated;
import io.keelson.api.instance.event.InstanceProvisioningRequested;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.event.OperationFinished;
import io.keelson.api.operation.event.OperationStarted;
import io.keelson.api.operation.event.StepStarted;
import io.keelson.api.operation.event.StepSucceeded;
import io.keelson.fixture.InstanceFixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The events of one provisioning, from the request to the running instance. */
final class History {
    /** Two of the instance, and of the operation its start, two per step and its end. */
    static final int EVENTS = 2 + 2 + 2 * StepName.ofProvisioning().size();

    private static final List<PlannedStep> PLAN = StepName.ofProvisioning().stream()
            .map(step -> new PlannedStep(step, StepAction.APPLY))
            .toList();

    private History() {}

    /** Appends all events, in the order in which they happen. */
    static void write(int number, EventWriter writer) {
        InstanceId instanceId = InstanceId.random();
        OperationId operationId = OperationId.random();
        InstanceBlueprint blueprint = blueprint(instanceId, "shop-" + number);
        List<Object> operation = new ArrayList<>();
        operation.add(new OperationStarted(operationId, OperationKind.PROVISION, blueprint, PLAN));
        for (StepName step : StepName.ofProvisioning()) {
            StepAttempt attempt = new StepAttempt(step, StepAction.APPLY, 1);
            operation.add(new StepStarted(operationId, attempt, Duration.ZERO));
            operation.add(new StepSucceeded(operationId, attempt, "Step %s is done.".formatted(step), Map.of()));
        }
        operation.add(new OperationFinished(operationId, OperationState.SUCCEEDED, "The instance is active."));

        String instance = instanceId.toString();
        writer.write(
                "instance",
                instance,
                0,
                List.of(new InstanceProvisioningRequested(
                        instanceId, operationId, UpdatePolicy.MANUAL_APPROVAL, blueprint)));
        writer.write("operation", operationId.toString(), 0, operation.subList(0, operation.size() - 1));
        writer.write(
                "instance", instance, 1, List.of(new InstanceActivated(instanceId, operationId, InstanceFixtures.URL)));
        writer.write("operation", operationId.toString(), operation.size() - 1, List.of(operation.getLast()));
    }

    private static InstanceBlueprint blueprint(InstanceId instanceId, String name) {
        InstanceBlueprint usual = InstanceFixtures.blueprint();
        return new InstanceBlueprint(
                instanceId,
                new InstanceName(name),
                usual.type(),
                usual.partnerId(),
                usual.tenantId(),
                usual.versionId(),
                usual.component(),
                usual.version(),
                usual.driver(),
                usual.configuration(),
                usual.resources(),
                usual.artifacts());
    }
}
