package io.keelson.app.rollout;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.instance.InstanceHealth;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.rollout.MemberReadiness;
import io.keelson.api.rollout.RolloutAgenda;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.command.AdvanceRollout;
import io.keelson.api.upgrade.query.DecideUpgrades;
import io.keelson.api.upgrade.query.DecidedUpgrade;
import io.keelson.api.version.SemanticVersion;
import io.keelson.upgrade.rollout.Readiness;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;

/**
 * Lets a rollout go on: asks what it wants to know, finds it out, tells it, until it asks nothing more. The rollout and the
 * instances decide, so two nodes that run the same rollout, or an old view, do no harm.
 */
final class RolloutRunner {
    private final CommandGateway commands;
    private final QueryGateway queries;
    private final Clock clock;

    RolloutRunner(CommandGateway commands, QueryGateway queries, Clock clock) {
        this.commands = commands;
        this.queries = queries;
        this.clock = clock;
    }

    /** Runs a rollout as far as it goes now; answers what it wants to know later. */
    RolloutAgenda run(RolloutId rollout) {
        RolloutAgenda agenda = advance(new AdvanceRollout(rollout));
        List<InstanceId> looked = List.of();
        while (true) {
            Map<InstanceId, MemberReadiness> readiness = readiness(rollout, agenda);
            Map<InstanceId, String> unwell = agenda.soaking().equals(looked) ? null : unwell(agenda);
            if (readiness.isEmpty() && unwell == null) {
                return agenda;
            }
            looked = agenda.soaking();
            RolloutAgenda before = agenda;
            agenda = advance(new AdvanceRollout(rollout, readiness, unwell));
            if (agenda.equals(before)) {
                return agenda;
            }
        }
    }

    private RolloutAgenda advance(AdvanceRollout command) {
        return commands.sendAndWait(GenericCommandMessage.asCommandMessage(command)
                .andMetaData(
                        RequestContext.system(command.rolloutId().toString()).toMetadata()));
    }

    private Map<InstanceId, MemberReadiness> readiness(RolloutId rollout, RolloutAgenda agenda) {
        Map<InstanceId, MemberReadiness> readiness = new HashMap<>();
        if (!agenda.candidates().isEmpty()) {
            RolloutSpec spec = agenda.spec();
            queries.query(
                            new DecideUpgrades(
                                    agenda.candidates(), spec.version(), clock.instant(), rollout, spec.overrides()),
                            ResponseTypes.multipleInstancesOf(DecidedUpgrade.class))
                    .join()
                    .forEach(decided -> readiness.put(decided.instanceId(), Readiness.of(decided.decision())));
        }
        return readiness;
    }

    /** Who soaks must not have been taken back, and must answer. */
    private Map<InstanceId, String> unwell(RolloutAgenda agenda) {
        return queries
                .query(new GetInstances(agenda.soaking()), ResponseTypes.multipleInstancesOf(InstanceView.class))
                .join()
                .stream()
                .filter(instance -> instance.activeOperationId() == null)
                .flatMap(instance -> unwell(instance, agenda.spec().version()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<Map.Entry<InstanceId, String>> unwell(InstanceView instance, SemanticVersion wanted) {
        if (instance.version().compareTo(wanted) >= 0) {
            return instance.health() == InstanceHealth.UNHEALTHY
                    ? Stream.of(Map.entry(instance.id(), "It became unhealthy while its stage soaked."))
                    : Stream.empty();
        }
        // A view that does not know of the upgrade yet avoids nothing.
        return instance.upgrades().avoided().contains(wanted)
                ? Stream.of(Map.entry(instance.id(), "It runs %s again.".formatted(instance.version())))
                : Stream.empty();
    }
}
