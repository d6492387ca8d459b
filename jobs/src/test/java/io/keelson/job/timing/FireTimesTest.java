package io.keelson.job.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.error.RejectedException;
import io.keelson.api.schedule.CronTiming;
import io.keelson.api.schedule.IntervalTiming;
import io.keelson.api.schedule.OneTimeTiming;
import io.keelson.api.schedule.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FireTimesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:30Z");

    @Test
    void anIntervalFiresAtItsAnchorAndAtEveryMultiple() {
        Timing timing = new IntervalTiming(Duration.ofMinutes(7), NOW);

        assertThat(fires(timing, NOW.minusSeconds(100), 3)).containsExactly("12:00:30", "12:07:30", "12:14:30");
        assertThat(fires(timing, NOW, 1)).containsExactly("12:07:30");
        assertThat(fires(timing, NOW.plusSeconds(7 * 60 - 1), 1)).containsExactly("12:07:30");
    }

    @Test
    void withoutAnAnchorAQuarterOfAnHourIsAFullOne() {
        Timing timing = new IntervalTiming(Duration.ofMinutes(15), IntervalTiming.DEFAULT_ANCHOR);

        assertThat(fires(timing, NOW, 2)).containsExactly("12:15", "12:30");
    }

    @Test
    void aMomentFiresOnce() {
        FireTimes times = FireTimes.of(new OneTimeTiming(NOW));

        assertThat(times.after(NOW.minusMillis(1))).contains(NOW);
        assertThat(times.after(NOW)).isEmpty();
        assertThat(times.allAfter(Instant.EPOCH)).containsExactly(NOW);
    }

    @Test
    void sixFieldsBeginWithSeconds() {
        assertThat(fires(cron("*/20 * * * * *"), NOW, 3)).containsExactly("12:00:40", "12:01", "12:01:20");
        assertThat(fires(cron("1 12 * * *"), NOW, 1)).containsExactly("12:01");
    }

    @Test
    void stepsOverAllWeekdaysBeginWithMonday() {
        assertThat(FireTimes.of(cron("0 0 * * */7")).after(NOW)).contains(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(FireTimes.of(cron("0 0 * * 0")).after(NOW)).contains(Instant.parse("2026-03-08T00:00:00Z"));
        assertThat(FireTimes.of(cron("0 0 * * 7")).after(NOW)).contains(Instant.parse("2026-03-08T00:00:00Z"));
    }

    @Test
    void aLeapDayIsFoundYearsAhead() {
        assertThat(FireTimes.of(cron("0 0 29 2 *")).after(NOW)).contains(Instant.parse("2028-02-29T00:00:00Z"));
        assertThat(FireTimes.of(cron("0 0 29 2 MON")).after(NOW)).contains(Instant.parse("2044-02-29T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 30 2 *", "0 0 31 4,6,9,11 *", "0 12 31 2 *", "0 */3 31 9 *"})
    void aDayThatNoMonthHasNeverFires(String cron) {
        assertThat(FireTimes.of(cron(cron)).after(NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * 32 * *",
                "* * * 13 *",
                "* * * * 8",
                "a b c d e",
                "*/0 * * * *",
                "5-1 * * * *",
                "* * * * * * *",
                "* * * *",
                "@daily",
                "1,,2 * * * *",
                "-1 * * * *",
                "99999999999 * * * *",
            })
    void nonsenseIsRefusedAndNamesCron(String cron) {
        assertThatThrownBy(() -> FireTimes.of(cron(cron)))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refusal -> assertThat(refusal.rejection().field()).isEqualTo("cron"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Atlantis", "Mars", "+02:00", "GMT+1", "", "../etc"})
    void anUnknownZoneIsRefusedAndNamesZone(String zone) {
        assertThatThrownBy(() -> new CronTiming("* * * * *", zone))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refusal -> assertThat(refusal.rejection().field()).isEqualTo("zone"));
    }

    private static Timing cron(String expression) {
        return new CronTiming(expression, "UTC");
    }

    private static List<String> fires(Timing timing, Instant after, int count) {
        return FireTimes.of(timing)
                .allAfter(after)
                .limit(count)
                .map(fire -> fire.toString().substring(11).replaceAll("(:00)?Z$", ""))
                .toList();
    }
}
