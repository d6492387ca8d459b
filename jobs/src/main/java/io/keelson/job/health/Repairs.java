package io.keelson.job.health;

import io.keelson.api.health.DriftAction;
import io.keelson.api.operation.StepName;
import io.keelson.driver.Drift;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which steps repair which difference. A difference without steps is not repaired by itself: data would be lost or hidden. */
final class Repairs {
    private static final List<StepName> STARTED_AGAIN =
            List.of(StepName.STOP, StepName.START, StepName.HEALTH_CHECK, StepName.ACTIVATE);
    private static final Map<Drift.Kind, List<StepName>> STEPS = Map.ofEntries(
            Map.entry(
                    Drift.Kind.MARK_CHANGED,
                    List.of(StepName.VALIDATE, StepName.NETWORK, StepName.ENVIRONMENT, StepName.ACTIVATE)),
            Map.entry(Drift.Kind.RELEASE_CHANGED, List.of(StepName.DEPLOY)),
            Map.entry(
                    Drift.Kind.CONFIGURATION_CHANGED,
                    List.of(StepName.ENVIRONMENT, StepName.SUITES, StepName.CAPABILITIES, StepName.RESIDENCY)),
            Map.entry(Drift.Kind.ENVIRONMENT_CHANGED, List.of(StepName.ENVIRONMENT)),
            Map.entry(Drift.Kind.CERTIFICATE_UNUSABLE, with(STARTED_AGAIN, StepName.CERTIFICATE)),
            Map.entry(Drift.Kind.PORT_CHANGED, with(STARTED_AGAIN, StepName.NETWORK, StepName.ENVIRONMENT)),
            Map.entry(Drift.Kind.LIMITS_CHANGED, List.of(StepName.COMPUTE)),
            Map.entry(Drift.Kind.ROLE_MISSING, List.of(StepName.DATABASE)),
            Map.entry(Drift.Kind.ROLE_CHANGED, List.of(StepName.DATABASE)),
            Map.entry(Drift.Kind.WORKLOAD_UNWANTED, List.of(StepName.STOP)),
            Map.entry(Drift.Kind.SERVICE_MARK_CHANGED, List.of(StepName.ACTIVATE)));

    private Repairs() {}

    private static List<StepName> with(List<StepName> steps, StepName... more) {
        List<StepName> all = new ArrayList<>(steps);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    static DriftAction action(Drift.Kind kind, Collection<Drift.Kind> all) {
        if (kind == Drift.Kind.WORKLOAD_MISSING) {
            return DriftAction.HEAL;
        }
        boolean onDatabase = kind == Drift.Kind.ROLE_MISSING || kind == Drift.Kind.ROLE_CHANGED;
        boolean lost =
                all.contains(Drift.Kind.PLACE_MISSING) || (onDatabase && all.contains(Drift.Kind.DATABASE_MISSING));
        return STEPS.containsKey(kind) && !lost ? DriftAction.REPAIR : DriftAction.REPORT;
    }

    /**
     * The steps that repair what can be repaired among these; empty when nothing can.
     *
     * @param running whether the instance should run; what should not is put out of service by its stop
     */
    static Set<StepName> steps(Collection<Drift.Kind> kinds, boolean running) {
        Set<StepName> steps = EnumSet.noneOf(StepName.class);
        for (Drift.Kind kind : kinds) {
            if (action(kind, kinds) == DriftAction.REPAIR) {
                steps.addAll(
                        kind == Drift.Kind.SERVICE_MARK_CHANGED && !running
                                ? List.of(StepName.STOP)
                                : STEPS.getOrDefault(kind, List.of()));
            }
        }
        return steps;
    }
}
