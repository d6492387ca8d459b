package io.keelson.api.schedule;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * By a cron line, in the local time of a zone. What happens to local times that a change of the clocks leaves out or
 * repeats depends on the hour field. With a fixed hour (a number, list or range) a local time is a promise: one that is
 * left out fires at the first instant after the gap, one that is repeated fires the first time only. With a star in the
 * hour field, alone or with a step, the line fires whenever a clock on the wall shows a matching time: never in a
 * gap, and both times in a repeated hour.
 *
 * @param expression five fields (minute, hour, day of month, month, day of week), or six with seconds in front; all must
 *     match, also day of month and day of week
 * @param zone an IANA name such as {@code Europe/Berlin}, or {@code UTC}
 */
public record CronTiming(String expression, String zone) implements Timing {
    private static final int MAXIMUM = 200;
    private static final Pattern FIELDS = Pattern.compile("\\S+( \\S+){4,5}");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern ZONE = Pattern.compile("UTC|[A-Za-z]+(/[A-Za-z0-9_+-]+)+");

    public CronTiming {
        expression = SPACES.matcher(Require.text("cron", expression, MAXIMUM)).replaceAll(" ");
        Require.matching(
                "cron", expression, MAXIMUM, FIELDS, "five or six fields are needed, such as 30 2 * * MON-FRI");
        zone = Require.matching("zone", zone, MAXIMUM, ZONE, "an IANA name such as Europe/Berlin or UTC is needed");
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw RejectedException.invalid("zone", "There is no time zone %s.".formatted(zone));
        }
    }
}
