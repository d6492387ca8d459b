package io.keelson.command.instance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.instance.DriftFinding;
import io.keelson.api.instance.InstanceHealth;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.command.HealInstance;
import io.keelson.api.instance.command.ReconcileInstance;
import io.keelson.api.instance.command.RecordInstanceDrift;
import io.keelson.api.instance.command.RecordInstanceHealth;
import io.keelson.api.instance.command.RestartInstance;
import io.keelson.api.instance.event.InstanceActivated;
import io.keelson.api.instance.event.InstanceConfigured;
import io.keelson.api.instance.event.InstanceDriftChanged;
import io.keelson.api.instance.event.InstanceEvent;
import io.keelson.api.instance.event.InstanceHealthChanged;
import io.keelson.api.instance.event.InstanceMigrated;
import io.keelson.api.instance.event.InstanceRestarted;
import io.keelson.api.instance.event.InstanceRestored;
import io.keelson.api.instance.event.InstanceResumed;
import io.keelson.api.instance.event.InstanceRolledBack;
import io.keelson.api.instance.event.InstanceTerminationFailed;
import io.keelson.api.instance.event.InstanceUpgraded;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationParameter;
import io.keelson.api.operation.StepName;
import io.keelson.command.claim.Claims;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** The part of an instance that is watched, healed and brought back to what it should be. */
final class Upkeep {
    private static final Set<InstanceStatus> ACTIVE = EnumSet.of(InstanceStatus.ACTIVE);
    private static final Set<InstanceStatus> BUILT = EnumSet.of(InstanceStatus.ACTIVE, InstanceStatus.SUSPENDED);
    private static final List<StepName> EVERYTHING_BUT_THE_WORKLOAD = List.of(
            StepName.VALIDATE,
            StepName.COMPUTE,
            StepName.DATABASE,
            StepName.NETWORK,
            StepName.STORAGE,
            StepName.DEPLOY,
            StepName.ENVIRONMENT,
            StepName.CERTIFICATE,
            StepName.SUITES,
            StepName.CAPABILITIES,
            StepName.RESIDENCY,
            StepName.MONITORING);
    private static final List<StepName> STARTED = List.of(StepName.START, StepName.HEALTH_CHECK, StepName.ACTIVATE);

    private final InstanceState state;
    private final OperationRequests requests;
    private InstanceHealth health = InstanceHealth.UNKNOWN;
    private boolean leftAlone;
    private List<DriftFinding> findings = List.of();

    Upkeep(InstanceState state) {
        this.state = state;
        this.requests = new OperationRequests(state);
    }

    @CommandHandler
    void decide(RecordInstanceHealth command) {
        boolean known = health == command.health() && leftAlone == command.leftAlone();
        if (!known && state.status() == InstanceStatus.ACTIVE && state.isIdle()) {
            apply(new InstanceHealthChanged(
                    state.instanceId(),
                    state.latestOperation(),
                    health,
                    command.health(),
                    command.reason(),
                    command.leftAlone(),
                    command.lastWords()));
        }
    }

    @CommandHandler
    void decide(RecordInstanceDrift command) {
        if (!findings.equals(command.findings()) && BUILT.contains(state.status())) {
            apply(new InstanceDriftChanged(state.instanceId(), state.latestOperation(), command.findings()));
        }
    }

    @CommandHandler
    OperationId decide(HealInstance command, Claims claims) {
        if (requests.isNew(command.operationId(), claims)) {
            requests.require(ACTIVE);
            if (state.condition().maintenance()) {
                throw state.wrongState(
                        "%s is in maintenance; it is not healed until that is over.".formatted(state.instanceId()));
            }
            requests.begin(
                    command.operationId(),
                    OperationKind.HEAL,
                    null,
                    Map.of(OperationParameter.ATTEMPT, Integer.toString(command.attempt())));
        }
        return command.operationId();
    }

    @CommandHandler
    OperationId decide(RestartInstance command, Claims claims) {
        if (requests.isNew(command.operationId(), claims)) {
            requests.require(ACTIVE);
            requests.begin(command.operationId(), OperationKind.RESTART, null, Map.of());
        }
        return command.operationId();
    }

    @CommandHandler
    OperationId decide(ReconcileInstance command, Claims claims) {
        if (requests.isNew(command.operationId(), claims)) {
            requests.require(BUILT);
            Set<StepName> steps = steps(command.steps());
            requests.begin(
                    command.operationId(),
                    OperationKind.RECONCILE,
                    null,
                    Map.of(
                            OperationParameter.STEPS,
                            steps.stream().map(StepName::name).collect(Collectors.joining(",")),
                            OperationParameter.CAUSE,
                            command.cause()));
        }
        return command.operationId();
    }

    private Set<StepName> steps(List<StepName> wanted) {
        boolean active = state.status() == InstanceStatus.ACTIVE;
        Set<StepName> steps = EnumSet.noneOf(StepName.class);
        if (wanted.isEmpty()) {
            steps.addAll(EVERYTHING_BUT_THE_WORKLOAD);
            steps.addAll(active ? STARTED : List.of(StepName.STOP));
        } else {
            steps.addAll(wanted);
        }
        if (!active) {
            // What is suspended stays stopped, whatever its repair would begin with.
            STARTED.forEach(steps::remove);
            steps.add(StepName.STOP);
        }
        return steps;
    }

    @EventSourcingHandler
    void evolve(InstanceEvent event) {
        switch (event) {
            case InstanceActivated _,
                    InstanceResumed _,
                    InstanceConfigured _,
                    InstanceRestored _,
                    InstanceMigrated _,
                    InstanceUpgraded _,
                    InstanceRolledBack _ -> answers();
            case InstanceRestarted restarted -> {
                if (!restarted.healed()) {
                    answers();
                }
            }
            case InstanceTerminationFailed failed -> {
                if (failed.nothingRemoved()) {
                    answers();
                }
            }
            case InstanceHealthChanged changed -> {
                health = changed.health();
                leftAlone = changed.leftAlone();
            }
            case InstanceDriftChanged changed -> findings = changed.findings();
            default -> {}
        }
    }

    // Each of these operations ends with a health check.
    private void answers() {
        health = InstanceHealth.HEALTHY;
        leftAlone = false;
    }
}
