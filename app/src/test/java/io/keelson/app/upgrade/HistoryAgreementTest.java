package io.keelson.app.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * 200 random histories of policy, channel, pin, windows, exclusions, approvals and releases: what is said about an upgrade is what
 * becomes of it. The system properties {@code keelson.seed} and {@code keelson.histories} repeat one and ask for more.
 */
class HistoryAgreementTest {
    private static final int TOGETHER = 5;
    private static final int STEPS = 5;

    @Test
    void whatIsSaidAboutAnUpgradeIsWhatBecomesOfIt() throws Exception {
        long seed = Long.getLong("keelson.seed", System.nanoTime());
        int histories = Integer.getInteger("keelson.histories", 200);
        System.out.printf("HistoryAgreementTest: keelson.seed=%d%n", seed);
        HistoryTally tally = new HistoryTally();
        long begin = System.nanoTime();
        try (HistoryPlatform platform = new HistoryPlatform()) {
            for (int world = 0; world * TOGETHER < histories; world++) {
                new UpgradeHistory(platform, tally, seed + world).live(TOGETHER, STEPS);
            }
        }
        System.out.printf(
                "HistoryAgreementTest: %d histories agree in %d ms: %s%n",
                histories, (System.nanoTime() - begin) / 1_000_000, tally);
        assertThat(tally.begun).isGreaterThan(histories / 8);
        assertThat(tally.proposed).isPositive();
        assertThat(tally.named).isPositive();
        assertThat(tally.refused).isPositive();
    }
}
