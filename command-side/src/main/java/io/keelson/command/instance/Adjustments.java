package io.keelson.command.instance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceConfiguration;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.Resources;
import io.keelson.api.instance.ResourcesChange;
import io.keelson.api.instance.command.ConfigureInstance;
import io.keelson.api.instance.command.ScaleInstance;
import io.keelson.api.instance.command.SetDeletionProtection;
import io.keelson.api.instance.command.SetInstanceTags;
import io.keelson.api.instance.command.SetMaintenance;
import io.keelson.api.instance.event.DeletionProtectionSwitched;
import io.keelson.api.instance.event.InstanceTagged;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.command.Reason;
import io.keelson.command.claim.Claims;
import io.keelson.command.version.SettingsSchema;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/** The part of an instance that is configured, scaled, maintained and protected. */
final class Adjustments {
    private static final Set<InstanceStatus> ACTIVE = EnumSet.of(InstanceStatus.ACTIVE);
    private static final Set<InstanceStatus> BUILT = EnumSet.of(InstanceStatus.ACTIVE, InstanceStatus.SUSPENDED);
    private static final Set<InstanceStatus> THERE =
            EnumSet.complementOf(EnumSet.of(InstanceStatus.TERMINATING, InstanceStatus.TERMINATED));

    private final InstanceState state;
    private final OperationRequests requests;

    Adjustments(InstanceState state) {
        this.state = state;
        this.requests = new OperationRequests(state);
    }

    @CommandHandler
    OperationId decide(ConfigureInstance command, Claims claims) {
        if (requests.isNew(command.operationId(), claims)) {
            requests.require(ACTIVE);
            InstanceBlueprint before = state.blueprint();
            InstanceConfiguration after = command.change().applyTo(before.configuration());
            requireChange("configuration", before.configuration(), after);
            String schema = before.artifacts().configurationSchema();
            if (schema != null) {
                SettingsSchema.of(schema).requireAccepted(after.settings());
            }
            requests.begin(command.operationId(), OperationKind.CONFIGURE, before.withConfiguration(after), Map.of());
        }
        return command.operationId();
    }

    @CommandHandler
    OperationId decide(ScaleInstance command, Claims claims, PlanCatalogue plans) {
        if (requests.isNew(command.operationId(), claims)) {
            requests.require(BUILT);
            InstanceBlueprint before = state.blueprint();
            Resources after = command.change().applyTo(base(command.change(), plans));
            requireChange("resources", before.resources(), after);
            requests.begin(command.operationId(), OperationKind.SCALE, before.withResources(after), Map.of());
        }
        return command.operationId();
    }

    @CommandHandler
    OperationId decide(SetMaintenance command, Claims claims) {
        if (requests.isNew(command.operationId(), claims)) {
            requests.require(ACTIVE);
            if (state.condition().maintenance() == command.on()) {
                throw state.wrongState("Maintenance mode of %s is %s already."
                        .formatted(state.instanceId(), command.on() ? "on" : "off"));
            }
            OperationKind kind = command.on() ? OperationKind.ENTER_MAINTENANCE : OperationKind.LEAVE_MAINTENANCE;
            requests.begin(command.operationId(), kind, null, Map.of());
        }
        return command.operationId();
    }

    @CommandHandler
    void decide(SetDeletionProtection command, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        state.requireStatus(THERE);
        if (!state.condition().equals(state.condition().withProtection(command.on(), command.secondPerson()))) {
            apply(new DeletionProtectionSwitched(
                    state.instanceId(), state.latestOperation(), command.on(), command.secondPerson()));
        }
    }

    @CommandHandler
    void decide(SetInstanceTags command) {
        state.requireStatus(THERE);
        if (!command.tags().equals(state.tags())) {
            apply(new InstanceTagged(state.instanceId(), state.latestOperation(), command.tags()));
        }
    }

    private Resources base(ResourcesChange change, PlanCatalogue catalogue) {
        if (change.plan() == null) {
            return state.blueprint().resources();
        }
        Map<String, Resources> plans = catalogue.plans();
        Resources plan = plans.get(change.plan().toLowerCase(Locale.ROOT));
        if (plan == null) {
            throw RejectedException.invalid(
                    "plan", "There is no such plan; the plans are %s.".formatted(new TreeSet<>(plans.keySet())));
        }
        return plan;
    }

    private void requireChange(String field, Object before, Object after) {
        if (before.equals(after)) {
            throw RejectedException.invalid(
                    field, "%s has this %s already; nothing would change.".formatted(state.instanceId(), field));
        }
    }
}
