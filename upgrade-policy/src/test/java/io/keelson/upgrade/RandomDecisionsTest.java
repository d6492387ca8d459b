package io.keelson.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.upgrade.AutoApproval;
import io.keelson.api.upgrade.ExclusionScope;
import io.keelson.api.upgrade.MaintenanceWindow;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeExclusion;
import io.keelson.api.upgrade.UpgradeOutcome;
import io.keelson.api.upgrade.UpgradeSettings;
import io.keelson.api.upgrade.Verdict;
import io.keelson.api.version.SecurityDates;
import io.keelson.api.version.VersionRange;
import io.keelson.api.version.VersionStatus;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every decision, whatever was wished. */
class RandomDecisionsTest {
    private static final int RUNS = 5_000;

    @Test
    void whatIsEligibleNeverGoesBackAndEverySecondAskerHearsTheSame() {
        long seed = Long.getLong("keelson.seed", System.nanoTime());
        System.out.printf("RandomDecisionsTest: keelson.seed=%d%n", seed);
        Random random = new Random(seed);
        for (int i = 0; i < RUNS; i++) {
            Scene scene = scene(random);
            String wanted = random.nextBoolean() ? null : "1.%d.0".formatted(random.nextInt(5));
            UpgradeDecision decision = scene.decide(wanted);
            String shown = "seed %d, run %d: %s".formatted(seed, i, decision);

            assertThat(scene.decide(wanted)).as(shown).isEqualTo(decision);
            if (decision.eligible()) {
                assertThat(decision.path()).as(shown).isSorted().last().isEqualTo(decision.target());
                assertThat(decision.target()).as(shown).isGreaterThan(decision.from());
                assertThat(decision.startsAt()).as(shown).isNotNull().isAfterOrEqualTo(scene.at);
            }
            if (decision.outcome() == UpgradeOutcome.STARTS) {
                assertThat(decision.startsAt()).as(shown).isEqualTo(scene.at);
                assertThat(decision.saying(Verdict.WAITS)).as(shown).isEmpty();
            }
            if (decision.outcome() == UpgradeOutcome.WAITS && decision.startsAt() != null && !scene.busy) {
                Instant later = decision.startsAt();
                scene.at = later;
                scene.approved = true;
                assertThat(scene.decide(decision.target().value()).outcome())
                        .as("%s, then at %s", shown, later)
                        .isEqualTo(UpgradeOutcome.STARTS);
            }
        }
    }

    private static Scene scene(Random random) {
        Scene scene = new Scene();
        for (int minor = 1; minor < 5; minor++) {
            String number = "1.%d.0".formatted(minor);
            switch (random.nextInt(5)) {
                case 0 -> scene.required(number, VersionStatus.STABLE);
                case 1 -> scene.breaking(number);
                case 2 -> scene.withStatus(number, VersionStatus.values()[random.nextInt(5)]);
                case 3 -> scene.securityPatch(number, dates(random));
                default -> scene.release(number);
            }
        }
        scene.settings = new UpgradeSettings(
                UpdatePolicy.values()[random.nextInt(3)],
                new AutoApproval(random.nextBoolean(), random.nextBoolean(), random.nextBoolean()),
                null,
                random.nextInt(4) == 0 ? new VersionRange("<1." + random.nextInt(5)) : null,
                null,
                random.nextBoolean() ? List.of() : List.of(window(random)),
                random.nextBoolean() ? List.of() : List.of(exclusion(random)));
        scene.approved = random.nextBoolean();
        scene.busy = random.nextInt(10) == 0;
        return scene;
    }

    private static SecurityDates dates(Random random) {
        Instant first = Scene.NOON.plusSeconds(random.nextInt(200_000) - 100_000);
        return new SecurityDates(first, first.plusSeconds(50_000), first.plusSeconds(100_000));
    }

    private static MaintenanceWindow window(Random random) {
        return new MaintenanceWindow(
                "some",
                Set.of(DayOfWeek.of(1 + random.nextInt(7))),
                random.nextBoolean() ? null : 1 + random.nextInt(4),
                LocalTime.of(random.nextInt(24), 0),
                Duration.ofHours(2),
                "Europe/Berlin",
                Set.of());
    }

    private static UpgradeExclusion exclusion(Random random) {
        Instant from = Scene.NOON.plus(Duration.ofHours(random.nextInt(96) - 48));
        return new UpgradeExclusion(
                "quiet",
                from,
                from.plus(Duration.ofHours(1 + random.nextInt(200))),
                ExclusionScope.values()[random.nextInt(3)]);
    }
}
