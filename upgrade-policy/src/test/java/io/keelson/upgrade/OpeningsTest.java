package io.keelson.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.upgrade.MaintenanceWindow;
import io.keelson.api.upgrade.OpenWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpeningsTest {
    private static final Instant FAR = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void aStartThatTheClocksLeaveOutIsTheEndOfTheGap() {
        // Berlin, 29 March 2026: 02:00 is followed by 03:00, at 01:00 UTC.
        OpenWindow opening = window("02:30", "Europe/Berlin").atOrAfter(Instant.parse("2026-03-28T12:00:00Z"), FAR);

        assertThat(opening.from()).isEqualTo("2026-03-29T01:00:00Z");
        assertThat(opening.until()).isEqualTo("2026-03-29T03:00:00Z");
    }

    @Test
    void aStartThatTheClocksRepeatIsItsFirstOccurrence() {
        // Berlin, 25 October 2026: 03:00 is followed by 02:00, at 01:00 UTC.
        OpenWindow opening = window("02:30", "Europe/Berlin").atOrAfter(Instant.parse("2026-10-24T12:00:00Z"), FAR);

        assertThat(opening.from()).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(opening.until()).isEqualTo("2026-10-25T02:30:00Z");
    }

    @Test
    void aWindowThatTheClocksChangeInStaysOpenForItsWholeLength() {
        Openings openings = window("01:30", "Europe/Berlin");

        assertThat(openings.atOrAfter(Instant.parse("2026-03-29T00:40:00Z"), FAR)
                        .until())
                .isEqualTo("2026-03-29T02:30:00Z");
        assertThat(openings.atOrAfter(Instant.parse("2026-10-25T01:20:00Z"), FAR)
                        .until())
                .isEqualTo("2026-10-25T01:30:00Z");
    }

    @Test
    void aWindowOverMidnightIsFoundOnTheNextDay() {
        OpenWindow opening = window("23:30", "UTC").atOrAfter(Instant.parse("2026-05-02T01:00:00Z"), FAR);

        assertThat(opening.from()).isEqualTo("2026-05-01T23:30:00Z");
    }

    @Test
    void theFirstMondayOfAMonthIsFound() {
        Openings openings = new Openings(new MaintenanceWindow(
                "monthly", Set.of(DayOfWeek.MONDAY), 1, LocalTime.of(3, 0), Duration.ofHours(1), "UTC", Set.of()));

        assertThat(openings.atOrAfter(Instant.parse("2026-05-05T00:00:00Z"), FAR)
                        .from())
                .isEqualTo("2026-06-01T03:00:00Z");
    }

    @Test
    void everyOpeningOfAThousandRandomWindowsAgreesWithAClockOnTheWall() {
        long seed = Long.getLong("keelson.seed", System.nanoTime());
        System.out.printf("OpeningsTest: keelson.seed=%d%n", seed);
        Random random = new Random(seed);
        String[] zones = {
            "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca"
        };
        for (int i = 0; i < 1_000; i++) {
            String zone = zones[random.nextInt(zones.length)];
            LocalTime start = LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
            Duration length = Duration.ofMinutes(30 + random.nextInt(1_400));
            Openings openings =
                    new Openings(new MaintenanceWindow("random", Set.of(), null, start, length, zone, Set.of()));
            Instant moment = Instant.ofEpochSecond(1_767_225_600L + random.nextInt(365 * 86_400));

            OpenWindow opening = openings.atOrAfter(moment, FAR);

            assertThat(opening.until()).isAfter(moment);
            assertThat(Duration.between(opening.from(), opening.until())).isEqualTo(length);
            LocalTime shown = opening.from().atZone(ZoneId.of(zone)).toLocalTime();
            boolean afterGap = !shown.equals(start);
            assertThat(afterGap
                            && !ZoneId.of(zone)
                                    .getRules()
                                    .isValidOffset(
                                            opening.from()
                                                    .atZone(ZoneId.of(zone))
                                                    .toLocalDate()
                                                    .atTime(start),
                                            ZoneId.of(zone).getRules().getOffset(opening.from())))
                    .as("seed %d, %s at %s shows %s", seed, zone, start, shown)
                    .isEqualTo(afterGap);
            OpenWindow before = openings.atOrAfter(opening.from().minusSeconds(1), FAR);
            assertThat(before.from()).isBeforeOrEqualTo(opening.from());
        }
    }

    private static Openings window(String start, String zone) {
        return new Openings(new MaintenanceWindow(
                "nightly", Set.of(), null, LocalTime.parse(start), Duration.ofHours(2), zone, Set.of()));
    }
}
