package io.keelson.job.health;

import io.keelson.api.health.HealthReportView;
import io.keelson.api.instance.InstanceHealth;
import io.keelson.driver.DriverException;
import io.keelson.driver.HealthReport;
import io.keelson.driver.InstanceDriver;
import io.keelson.driver.InstanceSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One look at the health of an instance, and what follows from it. */
record HealthRound(UpkeepCommands commands, UpkeepSettings settings) {
    /** What is remembered afterwards, and what was seen. */
    record Outcome(Memory memory, HealthReportView report) {}

    /** Tells and asks the instance at most one thing each; when that fails, nothing is remembered and the next look repeats it. */
    Outcome look(Watched watched, InstanceSpec spec, InstanceDriver driver)
            throws DriverException, InterruptedException {
        HealthReport report = driver.health(spec);
        HealthReportView view = HealthReports.view(report, watched.now());
        // An operation or a person is at work: what is seen is kept, and means nothing.
        if (watched.busy() || watched.maintenance()) {
            return new Outcome(watched.memory(), view);
        }
        Memory healed = report.running() ? watched.memory() : heal(watched);
        return new Outcome(judge(watched, healed, report), view);
    }

    private Memory heal(Watched watched) {
        Memory memory = watched.memory();
        Instant now = watched.now();
        List<Instant> heals = settings.healing().counting(memory.heals(), now);
        if (memory.leftAlone()) {
            return memory;
        }
        return switch (settings.healing().verdict(heals, now)) {
            case START -> start(watched, heals);
            case WAIT -> memory.withHeals(heals);
            case GIVE_UP -> memory.withHeals(heals).withJudgement(memory.judgement(), true);
        };
    }

    private Memory start(Watched watched, List<Instant> before) {
        List<Instant> heals = new ArrayList<>(before);
        if (commands.heal(watched.id(), heals.size() + 1)) {
            heals.add(watched.now());
        }
        return watched.memory().withHeals(heals);
    }

    private Memory judge(Watched watched, Memory memory, HealthReport report) {
        Judgement before = watched.memory().judgement();
        Judgement after = memory.leftAlone() && !report.running()
                ? Judgement.of(InstanceHealth.UNHEALTHY)
                : before.after(HealthReports.health(report), settings.thresholds());
        boolean leftAlone = memory.leftAlone() && after.settled() != InstanceHealth.HEALTHY;
        if (after.settled() != before.settled() || leftAlone != watched.memory().leftAlone()) {
            commands.health(
                    watched.id(), after.settled(), reason(memory, leftAlone, report), leftAlone, report.lastWords());
        }
        return memory.withJudgement(after, leftAlone);
    }

    private String reason(Memory memory, boolean leftAlone, HealthReport report) {
        return leftAlone
                ? "The workload died %d times within %d minutes; it is left alone until somebody restarts it."
                        .formatted(
                                memory.heals().size(),
                                settings.healing().period().toMinutes())
                : HealthReports.reason(report);
    }
}
