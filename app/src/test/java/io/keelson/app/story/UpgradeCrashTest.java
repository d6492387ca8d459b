package io.keelson.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * The process dies in the middle of an upgrade or of a way back, and the next one goes on: the shop ends on one version, whole,
 * with its data, and nothing is doubled or left over.
 *
 * <p>One death belongs to the suite. The system property {@code keelson.crash-points-upgrade} names others, separated by commas: the
 * kind of {@link CrashChange}, or several that take turns, a crash point, and its hit or {@code *} for every one that is reached,
 * for example {@code bad:step-after-driver:18} or {@code good+back:step-claimed:*}. {@code all} is every boundary between two steps
 * of every kind.
 */
class UpgradeCrashTest {
    static final String DEATHS = "keelson.crash-points-upgrade";
    private static final String USUAL = "good:step-after-driver:7";
    private static final String ALL =
            "good+back:step-after-driver:*,bad:step-after-driver:*,reverse:step-after-driver:*";
    private static final String EVERY = "*";
    private static final int ENOUGH = 5;

    @TempDir(cleanup = CleanupMode.NEVER)
    Path home;

    private final List<String> broken = new ArrayList<>();
    private KeelsonProcess keelson;
    private CrashShop shop;
    private int deaths;

    @Test
    void theShopEndsOnOneVersionWithItsData() throws Exception {
        String wanted = System.getProperty(DEATHS, USUAL);
        try (KeelsonProcess process =
                KeelsonProcess.in(home).with("--keelson.upgrades.look-every=0s", "--keelson.upgrades.watch=1s")) {
            keelson = process;
            keelson.startArmable().awaitReady();
            shop = CrashShop.open(keelson, "crash shop");
            System.out.println("UpgradeCrashTest: | change | crash point | died at | outcome | seconds |");
            for (String death : (wanted.equals("all") ? ALL : wanted).split(",")) {
                String[] parts = death.strip().split(":");
                dieAt(changes(parts[0]), parts[1], parts[2]);
            }
            System.out.printf("UpgradeCrashTest: %d deaths, %d not made good%n", deaths, broken.size());
            keelson.client().terminateAll();
        }
        assertThat(broken).isEmpty();
        assertThat(deaths).isPositive();
    }

    private static List<CrashChange> changes(String names) {
        return Stream.of(names.toUpperCase(Locale.ROOT).split("\\+"))
                .map(CrashChange::valueOf)
                .toList();
    }

    private void dieAt(List<CrashChange> changes, String point, String hits) throws Exception {
        List<CrashChange> left = new ArrayList<>(changes);
        int hit = hits.equals(EVERY) ? 1 : Integer.parseInt(hits);
        do {
            for (CrashChange change : List.copyOf(left)) {
                if (!dieOnce(change, point + ":" + hit)) {
                    left.remove(change);
                }
            }
            hit++;
        } while (hits.equals(EVERY) && !left.isEmpty() && broken.size() < ENOUGH);
    }

    /** Returns whether the point was reached. A shop that is not whole is noted, and the next one takes its place. */
    private boolean dieOnce(CrashChange change, String crashPoint) throws Exception {
        long begin = System.nanoTime();
        String step;
        String outcome = "%s on %s".formatted(change.end, change.to());
        try {
            step = shop.dieAt(change, crashPoint);
        } catch (AssertionError | RuntimeException failure) {
            step = "?";
            outcome = "NOT MADE GOOD: " + failure.getMessage();
            broken.add("%s:%s: %s".formatted(change, crashPoint, failure.getMessage()));
            if (!keelson.isAlive()) {
                keelson.startArmable().awaitReady();
            }
            shop = CrashShop.open(keelson, "crash shop " + broken.size());
        }
        if (!step.isEmpty()) {
            deaths++;
            System.out.printf(
                    "UpgradeCrashTest: | %s | %s | %s | %s | %.1f |%n",
                    change, crashPoint, step, outcome, (System.nanoTime() - begin) / 1e9);
        }
        return !step.isEmpty();
    }

    @AfterEach
    void removeHome() throws IOException {
        FileSystemUtils.deleteRecursively(home);
    }
}
