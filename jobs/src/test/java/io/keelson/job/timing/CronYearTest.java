package io.keelson.job.timing;

import static org.assertj.core.api.Assertions.assertThat;

import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.keelson.api.schedule.CronTiming;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A year of virtual time for random cron lines in zones with all kinds of changes of the clocks, against a look at every
 * minute of the year, and against an independent cron library.
 */
class CronYearTest {
    private static final int LINES = Integer.getInteger("keelson.cron-lines", 200);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int QUESTIONS = 40;
    private static final long SEED = Long.getLong("keelson.seed", new Random().nextLong());

    private static final List<WallYear> YEARS = List.of(
            new WallYear(ZoneId.of("Europe/Berlin"), 2026),
            new WallYear(ZoneId.of("America/New_York"), 2026),
            new WallYear(ZoneId.of("Australia/Lord_Howe"), 2026), // half an hour
            new WallYear(ZoneId.of("America/Havana"), 2026), // at midnight
            new WallYear(ZoneId.of("Africa/Casablanca"), 2026), // around Ramadan
            new WallYear(ZoneId.of("America/St_Johns"), 2026), // half an hour off UTC
            new WallYear(ZoneId.of("Asia/Kolkata"), 2026), // never
            new WallYear(ZoneId.of("Pacific/Apia"), 2011)); // a day left out

    /** As in crontab, with seconds, and both days must match. */
    private static final CronDefinition DIALECT = CronDefinitionBuilder.defineCron()
            .withSeconds()
            .and()
            .withMinutes()
            .and()
            .withHours()
            .and()
            .withDayOfMonth()
            .and()
            .withMonth()
            .and()
            .withDayOfWeek()
            .withValidRange(0, 6)
            .withMondayDoWValue(1)
            .and()
            .matchDayOfWeekAndDayOfMonth()
            .instance();

    @Test
    void everyFireOfAYearIsWhereALookAtEveryMinuteFindsIt() {
        System.out.printf("CronYearTest: -Dkeelson.seed=%d%n", SEED);
        Random random = new Random(SEED);
        long fires = 0;
        for (int line = 0; line < LINES; line++) {
            WallYear year = YEARS.get(line % YEARS.size());
            RandomCron cron = RandomCron.next(random);
            long[] computed = fires(cron, year);

            assertThat(computed)
                    .as("%s in %s, seed %d", cron.expression(), year.zone(), SEED)
                    .isEqualTo(year.fires(cron));
            fires += computed.length;
        }
        System.out.printf("CronYearTest: %d lines, %d fires%n", LINES, fires);
        assertThat(fires).isGreaterThan(10L * LINES);
    }

    @Test
    void anotherLibraryAgreesExceptAtChangesOfTheClocks() {
        System.out.printf("CronYearTest: -Dkeelson.seed=%d%n", SEED);
        Random random = new Random(SEED);
        int agreed = 0;
        int refused = 0;
        for (int line = 0; line < LINES; line++) {
            WallYear year = YEARS.get(line % YEARS.size());
            RandomCron cron = RandomCron.next(random);
            FireTimes ours = times(cron, year);
            ExecutionTime theirs = theirs(cron).orElse(null);
            if (theirs == null) {
                refused++;
                continue;
            }
            for (int question = 0; question < QUESTIONS; question++) {
                Instant moment = Instant.ofEpochSecond(random.nextLong(
                        year.begin().getEpochSecond(), year.end().getEpochSecond()));
                Optional<Instant> our = ours.after(moment);
                if (our.isEmpty()
                        || clocksChangeNear(year.zone(), moment)
                        || clocksChangeNear(year.zone(), our.get())) {
                    continue;
                }
                assertThat(theirs.nextExecution(ZonedDateTime.ofInstant(moment, year.zone()))
                                .map(ZonedDateTime::toInstant))
                        .as("%s in %s after %s, seed %d", cron.expression(), year.zone(), moment, SEED)
                        .isEqualTo(our);
                agreed++;
            }
        }
        System.out.printf("CronYearTest: %d questions agreed on, %d lines refused by cron-utils%n", agreed, refused);
        assertThat(agreed).isGreaterThan(LINES * QUESTIONS / 4);
        assertThat(refused).isLessThan(LINES / 4);
    }

    /** Nothing for a line whose steps are wider than their field: cron-utils refuses it, crontab and we take it. */
    private static Optional<ExecutionTime> theirs(RandomCron cron) {
        try {
            return Optional.of(ExecutionTime.forCron(new CronParser(DIALECT).parse(cron.withSeconds())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The one exception: cron-utils moves a time in a gap by the length of the gap, and asks a repeated hour twice or not
     * at all; our own rule for those days is held against every minute of the year instead.
     */
    private static boolean clocksChangeNear(ZoneId zone, Instant moment) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(moment.minus(DAY));
        return change != null && change.getInstant().isBefore(moment.plus(DAY));
    }

    private static long[] fires(RandomCron cron, WallYear year) {
        return times(cron, year)
                .allAfter(year.begin().minusNanos(1))
                .takeWhile(fire -> fire.isBefore(year.end()))
                .mapToLong(Instant::getEpochSecond)
                .toArray();
    }

    private static FireTimes times(RandomCron cron, WallYear year) {
        return FireTimes.of(new CronTiming(cron.expression(), year.zone().getId()));
    }
}
