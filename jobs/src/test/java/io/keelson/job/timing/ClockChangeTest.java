package io.keelson.job.timing;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.schedule.CronTiming;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both nights, and stranger ones. Expected moments are in UTC. */
class ClockChangeTest {
    private static final String BERLIN = "Europe/Berlin";
    /** 02:00 to 03:00 is left out. */
    private static final String SPRING = "2026-03-29";
    /** 02:00 to 03:00 comes twice. */
    private static final String AUTUMN = "2026-10-25";

    @Test
    void aFixedHourThatIsLeftOutFiresRightAfterTheGap() {
        assertThat(fires("30 2 * * *", BERLIN, SPRING)).isEqualTo(utc("2026-03-29T01:00:00Z"));
    }

    @Test
    void allFixedTimesOfAGapAreOneFireAndSoIsOneRightAfterIt() {
        assertThat(fires("15,45 2,3 * * *", BERLIN, SPRING))
                .isEqualTo(utc("2026-03-29T01:00:00Z", "2026-03-29T01:15:00Z", "2026-03-29T01:45:00Z"));
        assertThat(fires("0,30 2-3 * * *", BERLIN, SPRING))
                .isEqualTo(utc("2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z"));
    }

    @Test
    void aFixedHourThatIsRepeatedFiresTheFirstTimeOnly() {
        assertThat(fires("30 2 * * *", BERLIN, AUTUMN)).isEqualTo(utc("2026-10-25T00:30:00Z"));
        assertThat(fires("*/30 2 * * *", BERLIN, AUTUMN))
                .isEqualTo(utc("2026-10-25T00:00:00Z", "2026-10-25T00:30:00Z"));
        assertThat(fires("30 0 2,3 * * *", BERLIN, AUTUMN))
                .isEqualTo(utc("2026-10-25T00:00:30Z", "2026-10-25T02:00:30Z"));
    }

    @Test
    void whoAsksInTheRepeatedHourGetsAFireToCome() {
        Instant secondTime = Instant.parse("2026-10-25T01:10:00Z");

        assertThat(after("30 2 * * *", BERLIN, secondTime)).isEqualTo("2026-10-26T01:30:00Z");
        assertThat(after("*/15 2-4 * * *", BERLIN, secondTime)).isEqualTo("2026-10-25T02:00:00Z");
        assertThat(after("*/15 * * * *", BERLIN, secondTime)).isEqualTo("2026-10-25T01:15:00Z");
    }

    @Test
    void aStarInTheHourGoesByTheClockOnTheWall() {
        assertThat(fires("30 * * * *", BERLIN, SPRING)).hasSize(23);
        assertThat(fires("30 * * * *", BERLIN, AUTUMN)).hasSize(25);
        assertThat(fires("30 */2 * * *", BERLIN, SPRING)).hasSize(11).doesNotContain(at("2026-03-29T01:30:00Z"));
        assertThat(fires("30 */2 * * *", BERLIN, AUTUMN))
                .hasSize(13)
                .contains(at("2026-10-25T00:30:00Z"), at("2026-10-25T01:30:00Z"));
        assertThat(fires("0 * * * *", BERLIN, SPRING)).contains(at("2026-03-29T01:00:00Z"));
    }

    @Test
    void halfAnHourOnLordHoweIsEnough() {
        String zone = "Australia/Lord_Howe";

        // 02:00 to 02:30 is left out on 4 October, 01:30 to 02:00 comes twice on 5 April.
        assertThat(fires("15 2 * * *", zone, "2026-10-04")).isEqualTo(utc("2026-10-03T15:30:00Z"));
        assertThat(fires("45 1 * * *", zone, "2026-04-05")).isEqualTo(utc("2026-04-04T14:45:00Z"));
        assertThat(fires("45 * * * *", zone, "2026-04-05")).hasSize(25);
        assertThat(fires("15 * * * *", zone, "2026-10-04")).hasSize(23);
    }

    @Test
    void aDayThatApiaLeftOutFiresOnceAtItsEnd() {
        String zone = "Pacific/Apia";

        // There was no 30 December 2011.
        assertThat(between("0 9,17 * * *", zone, "2011-12-29", "2011-12-31"))
                .isEqualTo(utc(
                        "2011-12-29T19:00:00Z",
                        "2011-12-30T03:00:00Z",
                        "2011-12-30T10:00:00Z",
                        "2011-12-30T19:00:00Z",
                        "2011-12-31T03:00:00Z"));
        assertThat(between("0 * * * *", zone, "2011-12-29", "2011-12-31")).hasSize(48);
        assertThat(after("0 0 30 12 *", zone, Instant.parse("2011-12-01T00:00:00Z")))
                .isEqualTo("2011-12-30T10:00:00Z");
    }

    @Test
    void aMidnightThatHavanaLeavesOutFiresAtOne() {
        assertThat(fires("0 0 * * *", "America/Havana", "2026-03-08")).isEqualTo(utc("2026-03-08T05:00:00Z"));
    }

    private static List<Instant> fires(String cron, String zone, String day) {
        return between(cron, zone, day, day);
    }

    /** From the first instant of one local day to the last of another. */
    private static List<Instant> between(String cron, String zone, String firstDay, String lastDay) {
        ZoneId id = ZoneId.of(zone);
        Instant from = LocalDate.parse(firstDay).atStartOfDay(id).toInstant();
        Instant to = LocalDate.parse(lastDay).plusDays(1).atStartOfDay(id).toInstant();
        return times(cron, zone).between(from, to.minusNanos(1), 10_000);
    }

    private static String after(String cron, String zone, Instant moment) {
        return times(cron, zone).after(moment).orElseThrow().toString();
    }

    private static FireTimes times(String cron, String zone) {
        return FireTimes.of(new CronTiming(cron, zone));
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }

    private static List<Instant> utc(String... moments) {
        return Stream.of(moments).map(Instant::parse).toList();
    }
}
