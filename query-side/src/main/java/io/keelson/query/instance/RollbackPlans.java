package io.keelson.query.instance;

import io.keelson.api.instance.query.BackupView;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import io.keelson.api.upgrade.DataLossRisk;
import io.keelson.api.upgrade.RollbackStepView;
import io.keelson.api.upgrade.RollbackSteps;
import io.keelson.api.upgrade.UpgradeRecord;
import io.keelson.api.upgrade.query.RollbackPlanView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Estimates of rollbacks. */
final class RollbackPlans {
    private static final Duration LITTLE = Duration.ofMillis(100);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration COMMAND = Duration.ofSeconds(3);
    private static final Duration FEW_MINUTES = Duration.ofMinutes(5);
    private static final Duration LONG_AGO = Duration.ofHours(1);
    /** A backup is read more slowly than it was written: rows are checked and indexes are built. */
    private static final int READING = 3;

    private RollbackPlans() {}

    static RollbackPlanView none(InstanceView instance, @Nullable UpgradeRecord upgrade, String obstacle) {
        return new RollbackPlanView(
                instance.id(),
                instance.version(),
                upgrade == null ? null : upgrade.from(),
                obstacle,
                List.of(),
                Duration.ZERO,
                DataLossRisk.NONE,
                "Nothing is done, so nothing is lost.");
    }

    static RollbackPlanView of(InstanceView instance, UpgradeRecord upgrade, @Nullable BackupView backup, Instant at) {
        Duration reading =
                Duration.ofMillis(backup == null ? 0 : READING * backup.facts().millis());
        List<PlannedStep> planned =
                RollbackSteps.of(upgrade.reversible(), instance.condition().maintenance());
        List<RollbackStepView> steps = IntStream.range(0, planned.size())
                .mapToObj(index -> step(index + 1, planned.get(index), reading))
                .toList();
        return new RollbackPlanView(
                instance.id(),
                instance.version(),
                upgrade.from(),
                null,
                steps,
                steps.stream().map(RollbackStepView::estimatedDuration).reduce(Duration.ZERO, Duration::plus),
                risk(upgrade, at),
                upgrade.reversible()
                        ? "What only %s can keep is lost; everything else stays.".formatted(upgrade.to())
                        : "Everything that was written since %s is lost.".formatted(upgrade.at()));
    }

    private static DataLossRisk risk(UpgradeRecord upgrade, Instant at) {
        Duration since = Duration.between(upgrade.at(), at);
        if (upgrade.reversible() || since.compareTo(FEW_MINUTES) < 0) {
            return DataLossRisk.LOW;
        }
        return since.compareTo(LONG_AGO) < 0 ? DataLossRisk.MEDIUM : DataLossRisk.HIGH;
    }

    private static RollbackStepView step(int order, PlannedStep step, Duration reading) {
        return new RollbackStepView(
                order,
                step.name(),
                description(step.name()),
                step.onFailure() != StepUndo.NO_RETURN,
                estimate(step.name(), reading));
    }

    private static Duration estimate(StepName step, Duration reading) {
        return switch (step) {
            case RESTORE -> LOOK.plus(reading);
            case VERIFY_BACKUP, SAVE_DATA, STOP, START -> LOOK;
            case DEPLOY, REVERSE_MIGRATE, HEALTH_CHECK, WATCH -> COMMAND;
            default -> LITTLE;
        };
    }

    private static String description(StepName step) {
        return switch (step) {
            case PRE_CHECK -> "The files of the earlier version are looked for.";
            case VERIFY_BACKUP -> "The backup of the upgrade is read and its checksums are compared.";
            case MAINTENANCE -> "The workload is told that it is in maintenance.";
            case STOP -> "The workload stops.";
            case SAVE_DATA -> "Database and data are put aside, with a copy in their place.";
            case REVERSE_MIGRATE -> "The version that runs takes its migrations back.";
            case RESTORE -> "The backup takes the place of database and data, which are put aside.";
            case SAVE_RELEASE -> "The files of the version that runs are put aside.";
            case DEPLOY -> "The files of the earlier version are brought.";
            case NETWORK -> "The address stays what it was.";
            case ENVIRONMENT -> "Variables and settings of before the upgrade are written.";
            case START -> "The earlier version starts.";
            case HEALTH_CHECK -> "It is waited until it answers.";
            case SMOKE_TEST -> "Its pages are called.";
            case ACTIVATE -> "It is in service.";
            case WATCH -> "Errors and answer times are watched for a while.";
            case LEAVE_MAINTENANCE -> "The workload is told that its maintenance is over.";
            case DISCARD -> "What was put aside is deleted.";
            default -> step.name();
        };
    }
}
