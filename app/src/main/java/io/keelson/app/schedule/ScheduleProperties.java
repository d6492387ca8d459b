package io.keelson.app.schedule;

import io.keelson.job.schedule.ScheduleSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node looks after schedules.
 *
 * @param keepHistory how long entries of their history are kept
 */
@ConfigurationProperties("keelson.schedules")
record ScheduleProperties(@DefaultValue("30d") Duration keepHistory) {
    ScheduleSettings settings() {
        ScheduleSettings usual = ScheduleSettings.DEFAULT;
        return new ScheduleSettings(usual.look(), usual.settleEvery(), keepHistory, usual.atOnce());
    }
}
