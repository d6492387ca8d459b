package io.keelson.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * kind of {@link CrashChange}, a crash point, and its hit or {@code *} for every one that is reached, for example {@code
 * bad:step-after-driver:18} or {@code reverse:step-claimed:*}. {@code all} is every boundary between two steps of every kind.
 */
class UpgradeCrashTest {
    static final String DEATHS = "keelson.crash-points-upgrade";
    private static final String USUAL = "good:step-after-driver:7";
    private static final String ALL =
            "good:step-after-driver:*,back:step-after-driver:*,bad:step-after-driver:*,reverse:step-after-driver:*";
    private static final String EVERY = "*";

    @TempDir(cleanup = CleanupMode.NEVER)
    Path home;

    private final List<String> broken = new ArrayList<>();
    private KeelsonProcess keelson;
    private CrashShop shop;
    private int deaths;

    @Test
    void theShopEndsOnOneVersionWithItsData() throws Exception {
        String wanted = System.getProperty(DEATHS, USUAL);
        keelson = KeelsonProcess.in(home).with("--keelson.upgrades.look-every=0s", "--keelson.upgrades.watch=1s");
        try (keelson) {
            keelson.startArmable().awaitReady();
            shop = CrashShop.open(keelson, "crash shop");
            System.out.println("UpgradeCrashTest: | change | crash point | died at | outcome | seconds |");
            for (String death : (wanted.equals("all") ? ALL : wanted).split(",")) {
                String[] parts = death.strip().split(":");
                dieAt(CrashChange.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1], parts[2]);
            }
            System.out.printf("UpgradeCrashTest: %d deaths, %d not made good%n", deaths, broken.size());
            keelson.client().terminateAll();
        }
        assertThat(broken).isEmpty();
        assertThat(deaths).isPositive();
    }

    private void dieAt(CrashChange change, String point, String hits) throws Exception {
        if (!hits.equals(EVERY)) {
            dieOnce(change, point + ":" + hits);
            return;
        }
        int hit = 1;
        while (dieOnce(change, point + ":" + hit)) {
            hit++;
        }
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
