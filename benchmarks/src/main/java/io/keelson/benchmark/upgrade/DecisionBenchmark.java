package io.keelson.benchmark.upgrade;

import io.keelson.api.instance.DriverName;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.upgrade.MaintenanceWindow;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeSettings;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionRange;
import io.keelson.api.version.VersionStanding;
import io.keelson.api.version.VersionStatus;
import io.keelson.benchmark.Benchmark;
import io.keelson.benchmark.figure.Figure;
import io.keelson.benchmark.figure.Report;
import io.keelson.benchmark.figure.Samples;
import io.keelson.upgrade.Catalogue;
import io.keelson.upgrade.UpgradePolicy;
import io.keelson.upgrade.UpgradeQuestion;
import io.keelson.upgrade.UpgradeSubject;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The decision about upgrades for 10,000 instances of one component with 40 releases, and the comparing of versions alone. */
public final class DecisionBenchmark implements Benchmark {
    private static final int INSTANCES = 10_000;
    private static final int RELEASES = 40;
    private static final int ROUNDS = 5;
    private static final double GOAL_MILLIS = 1_000;
    private static final List<UpdatePolicy> POLICIES =
            List.of(UpdatePolicy.AUTO_UPDATE, UpdatePolicy.MANUAL_APPROVAL, UpdatePolicy.FROZEN);
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    @Override
    public void run(Path directory, Report report) {
        Samples decisions = new Samples();
        Samples comparisons = new Samples();
        int eligible = 0;
        int behind = 0;
        for (int round = -1; round < ROUNDS; round++) {
            Samples ours = round < 0 ? new Samples() : decisions;
            Samples bare = round < 0 ? new Samples() : comparisons;
            long start = System.nanoTime();
            eligible = decide();
            ours.addMillisSince(start);
            start = System.nanoTime();
            behind = compare();
            bare.addMillisSince(start);
        }
        report.note("%d of %d are eligible, %d are behind", eligible, INSTANCES, behind);
        report.add(Figure.of("decide: 10,000 instances, 40 releases", "%.0f ms".formatted(decisions.percentile(50)))
                .against("only finding the newest: %.0f ms".formatted(comparisons.percentile(50)))
                .ratio(decisions.percentile(50) / comparisons.percentile(50))
                .goal("1 s or less", decisions.percentile(50) <= GOAL_MILLIS));
    }

    private static int decide() {
        Catalogue catalogue = Catalogue.of(new ComponentName("shop"), _ -> releases());
        int eligible = 0;
        for (int i = 0; i < INSTANCES; i++) {
            UpgradeDecision decision = UpgradePolicy.decide(new UpgradeQuestion(subject(i), catalogue, NOW));
            eligible += decision.eligible() ? 1 : 0;
        }
        return eligible;
    }

    /** What nobody can do without: the greatest number among those that are newer, for every instance. */
    private static int compare() {
        List<KnownRelease> releases = releases();
        int behind = 0;
        for (int i = 0; i < INSTANCES; i++) {
            SemanticVersion version = subject(i).version();
            boolean newer = releases.stream()
                    .map(KnownRelease::number)
                    .filter(number -> number.compareTo(version) > 0)
                    .max(SemanticVersion::compareTo)
                    .isPresent();
            behind += newer ? 1 : 0;
        }
        return behind;
    }

    private static UpgradeSubject subject(int number) {
        UpdatePolicy policy = POLICIES.get(number % POLICIES.size());
        UpgradeSettings settings = UpgradeSettings.of(policy)
                .withPin(number % 5 == 0 ? new VersionRange("1.x") : null, null)
                .withWindows(number % 2 == 0 ? List.of() : List.of(window(number)), List.of());
        return new UpgradeSubject(
                number("1.%d.0".formatted(number % RELEASES)),
                DriverName.PROCESS,
                InstanceStatus.ACTIVE,
                false,
                settings,
                Set.of(),
                Set.of());
    }

    private static MaintenanceWindow window(int number) {
        return new MaintenanceWindow(
                "weekly",
                Set.of(DayOfWeek.of(1 + number % 7)),
                number % 4 == 1 ? 1 : null,
                LocalTime.of(number % 24, 30),
                Duration.ofHours(2),
                "Europe/Berlin",
                Set.of());
    }

    private static List<KnownRelease> releases() {
        return IntStream.range(0, RELEASES)
                .mapToObj(minor -> new KnownRelease(
                        VersionId.random(),
                        new ComponentName("shop"),
                        number("1.%d.0".formatted(minor)),
                        VersionStatus.STABLE,
                        false,
                        minor % 7 == 0,
                        Map.of(),
                        VersionStanding.NONE.withRequired(minor % 10 == 0),
                        Set.of(DriverName.PROCESS)))
                .toList();
    }

    private static SemanticVersion number(String text) {
        return new SemanticVersion(text);
    }
}
