package io.keelson.job.health;

import io.keelson.api.health.DriftAction;
import io.keelson.api.instance.DriftFinding;
import io.keelson.api.operation.StepName;
import io.keelson.driver.Drift;
import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceDriver;
import io.keelson.driver.InstanceSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One comparison of what exists of an instance with what should, and what follows from it. */
record DriftRound(UpkeepCommands commands, UpkeepSettings settings) {
    private static final Duration HOUR = Duration.ofHours(1);

    /** Tells and asks the instance at most one thing each; an instance without a difference hears nothing. */
    Memory look(Watched watched, Memory memory, InstanceSpec spec, InstanceDriver driver)
            throws DriverException, InterruptedException {
        List<SeenDrift> seen = merge(memory.drift(), driver.drift(spec, watched.running()), watched.now());
        List<SeenDrift> believed = seen.stream().filter(SeenDrift::believed).toList();
        Memory now = memory.withDrift(seen).withRepairs(counting(memory.repairs(), watched.now()));
        if (watched.maintenance()) {
            return now;
        }
        Memory repaired = repair(watched, now, believed);
        return report(watched, repaired, believed);
    }

    /** One entry per kind, with all its details. */
    private static List<SeenDrift> merge(List<SeenDrift> before, List<Drift> found, Instant at) {
        Map<String, SeenDrift> known = before.stream().collect(Collectors.toMap(SeenDrift::kind, seen -> seen));
        Map<String, SeenDrift> merged = new LinkedHashMap<>();
        for (Drift drift : found) {
            SeenDrift earlier = known.get(drift.kind().name());
            SeenDrift now = new SeenDrift(
                    drift.kind().name(),
                    drift.detail(),
                    earlier == null ? at : earlier.since(),
                    earlier == null ? 1 : earlier.looks() + 1);
            merged.merge(
                    now.kind(),
                    now,
                    (one, other) ->
                            new SeenDrift(one.kind(), one.detail() + " " + other.detail(), one.since(), one.looks()));
        }
        return List.copyOf(merged.values());
    }

    private static List<Instant> counting(List<Instant> repairs, Instant now) {
        return repairs.stream().filter(at -> at.plus(HOUR).isAfter(now)).toList();
    }

    private Memory repair(Watched watched, Memory memory, List<SeenDrift> believed) {
        Set<StepName> steps = Repairs.steps(kinds(believed), watched.running());
        if (steps.isEmpty() || !mayRepair(memory)) {
            return memory;
        }
        String cause = believed.stream()
                .filter(seen -> action(seen, believed) == DriftAction.REPAIR)
                .map(SeenDrift::detail)
                .collect(Collectors.joining(" "));
        if (!commands.reconcile(watched.id(), steps, cause)) {
            return memory;
        }
        List<Instant> repairs = new ArrayList<>(memory.repairs());
        repairs.add(watched.now());
        return memory.withRepairs(repairs).withDrift(List.of());
    }

    private boolean mayRepair(Memory memory) {
        return settings.repair() && memory.repairs().size() < settings.repairsPerHour();
    }

    private Memory report(Watched watched, Memory memory, List<SeenDrift> believed) {
        boolean hopeless = !settings.repair() || memory.repairs().size() >= settings.repairsPerHour();
        List<DriftFinding> findings = believed.stream()
                .filter(seen -> switch (action(seen, believed)) {
                    case REPORT -> true;
                    case REPAIR -> hopeless && !memory.drift().isEmpty();
                    case HEAL -> false;
                })
                .map(seen -> new DriftFinding(seen.kind(), seen.detail()))
                .toList();
        if (findings.equals(memory.reported())) {
            return memory;
        }
        commands.drift(watched.id(), findings);
        return memory.withReported(findings);
    }

    static DriftAction action(SeenDrift seen, List<SeenDrift> all) {
        return Repairs.action(Drift.Kind.valueOf(seen.kind()), kinds(all));
    }

    private static List<Drift.Kind> kinds(List<SeenDrift> seen) {
        return seen.stream().map(one -> Drift.Kind.valueOf(one.kind())).toList();
    }
}
