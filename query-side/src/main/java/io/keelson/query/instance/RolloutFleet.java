package io.keelson.query.instance;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.tenant.residency.Region;
import io.keelson.api.version.ComponentName;
import io.keelson.upgrade.rollout.RolloutAssignment;
import io.keelson.upgrade.rollout.RolloutCandidate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The instances that a rollout could have as members: those of its component that are alive and run something older. */
final class RolloutFleet {
    private static final Set<InstanceStatus> ALIVE =
            EnumSet.of(InstanceStatus.PROVISIONING, InstanceStatus.ACTIVE, InstanceStatus.SUSPENDED);

    private final RolloutSpec spec;
    private final Map<InstanceId, InstanceView> candidates;

    private RolloutFleet(RolloutSpec spec, Map<InstanceId, InstanceView> candidates) {
        this.spec = spec;
        this.candidates = candidates;
    }

    /** Reads it with one statement; call it inside of a transaction. */
    static RolloutFleet read(RolloutSpec spec, InstanceRepository instances) {
        ComponentName component = spec.component();
        // Few versions run in a fleet, and to compare two costs more than to look one up.
        Map<String, Boolean> older = new HashMap<>();
        return new RolloutFleet(
                spec,
                instances
                        .findAll((row, _, build) -> build.and(
                                build.equal(row.get("component"), component.value()),
                                row.get("status").in(ALIVE)))
                        .stream()
                        .map(InstanceEntity::toView)
                        .filter(view -> older.computeIfAbsent(
                                view.version().value(), _ -> view.version().compareTo(spec.version()) < 0))
                        .collect(
                                Collectors.toMap(InstanceView::id, view -> view, (one, _) -> one, LinkedHashMap::new)));
    }

    /** The members in the order of their turns. */
    List<RolloutMember> members() {
        return RolloutAssignment.assign(
                spec, candidates.values().stream().map(RolloutFleet::candidate).toList());
    }

    /** Every instance that could be a member, by its id. */
    Map<InstanceId, InstanceView> candidates() {
        return candidates;
    }

    private static RolloutCandidate candidate(InstanceView view) {
        return new RolloutCandidate(
                view.id(),
                Set.copyOf(view.tags()),
                new Region(view.configuration().region()),
                view.partnerId(),
                view.tenantId(),
                !view.upgrades().settings().windows().isEmpty());
    }
}
