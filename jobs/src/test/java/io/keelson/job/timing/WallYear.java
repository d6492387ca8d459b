package io.keelson.job.timing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What the clock on the wall shows in every minute of a year. Fires are found by looking at each of them; nothing is
 * computed ahead, and the rules of the zone are asked for nothing but the offset of an instant.
 */
final class WallYear {
    private static final long MINUTE = 60;

    private final ZoneId zone;
    private final long firstMinute;
    /** Minutes since 1970 that the wall shows, for each real minute. */
    private final long[] shown;

    WallYear(ZoneId zone, int year) {
        this.zone = zone;
        firstMinute = LocalDateTime.of(year, 1, 1, 0, 0).atZone(zone).toEpochSecond() / MINUTE;
        long end = LocalDateTime.of(year + 1, 1, 1, 0, 0).atZone(zone).toEpochSecond() / MINUTE;
        shown = new long[(int) (end - firstMinute)];
        for (int index = 0; index < shown.length; index++) {
            Instant instant = Instant.ofEpochSecond((firstMinute + index) * MINUTE);
            shown[index] =
                    firstMinute + index + zone.getRules().getOffset(instant).getTotalSeconds() / MINUTE;
        }
    }

    ZoneId zone() {
        return zone;
    }

    Instant begin() {
        return Instant.ofEpochSecond(firstMinute * MINUTE);
    }

    Instant end() {
        return Instant.ofEpochSecond((firstMinute + shown.length) * MINUTE);
    }

    /** Seconds since 1970 of all fires. */
    long[] fires(RandomCron cron) {
        Matches matches = new Matches(cron);
        List<Long> fires = new ArrayList<>();
        long latest = shown[0] - 1;
        for (int index = 0; index < shown.length; index++) {
            long second = (firstMinute + index) * MINUTE;
            if (cron.starInHour()) {
                addMinute(fires, matches, shown[index], second);
                continue;
            }
            boolean leftOut = false;
            for (long gap = latest + 1; gap < shown[index]; gap++) {
                leftOut |= matches.minute(gap);
            }
            if (leftOut) {
                fires.add(second);
            }
            if (shown[index] > latest) {
                latest = shown[index];
                addMinute(fires, matches, shown[index], second);
            }
        }
        return fires.stream().mapToLong(Long::longValue).distinct().toArray();
    }

    private static void addMinute(List<Long> fires, Matches matches, long minute, long second) {
        if (matches.minute(minute)) {
            matches.cron().seconds().stream().forEach(inMinute -> fires.add(second + inMinute));
        }
    }

    /** Matching by looking; the day's answer is kept for its minutes. */
    private static final class Matches {
        private static final long DAY = 24 * MINUTE;

        private final RandomCron cron;
        private long day = Long.MIN_VALUE;
        private boolean dayMatches;

        Matches(RandomCron cron) {
            this.cron = cron;
        }

        RandomCron cron() {
            return cron;
        }

        boolean minute(long minute) {
            long wanted = Math.floorDiv(minute, DAY);
            if (wanted != day) {
                day = wanted;
                LocalDateTime date = LocalDateTime.ofEpochSecond(wanted * DAY * MINUTE, 0, ZoneOffset.UTC);
                dayMatches = cron.days().get(date.getDayOfMonth())
                        && cron.months().get(date.getMonthValue())
                        && cron.weekdays().get(date.getDayOfWeek().getValue() % 7);
            }
            int inDay = (int) Math.floorMod(minute, DAY);
            return dayMatches && cron.hours().get(inDay / 60) && cron.minutes().get(inDay % 60);
        }
    }
}
