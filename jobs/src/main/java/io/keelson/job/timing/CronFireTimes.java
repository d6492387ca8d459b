package io.keelson.job.timing;

import io.keelson.api.schedule.CronTiming;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/** Cron lines in a zone; which of the two rules for changes of the clocks holds is said in {@link CronTiming}. */
final class CronFireTimes {
    private CronFireTimes() {}

    static FireTimes of(CronTiming timing) {
        CronLine line = CronLine.of(timing.expression());
        ZoneRules rules = ZoneId.of(timing.zone()).getRules();
        return line.anyHour() ? new WallClockFireTimes(line, rules) : new PromisedFireTimes(line, rules);
    }
}
