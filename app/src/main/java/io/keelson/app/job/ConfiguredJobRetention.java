package io.keelson.app.job;

import io.keelson.api.setting.KnownSetting;
import io.keelson.api.setting.Settings;
import io.keelson.job.queue.JobRetention;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How long jobs are kept, as the platform owner has set it; it counts from the next removal on.
 *
 * @param started what counts where nothing is set
 */
record ConfiguredJobRetention(Settings settings, JobRetention started) implements Supplier<JobRetention> {
    @Override
    public JobRetention get() {
        Map<String, Object> set = settings.value(KnownSetting.JOBS_RETENTION);
        return new JobRetention(
                days(set.get("succeededDays"), started.succeeded()),
                days(set.get("cancelledDays"), started.cancelled()),
                days(set.get("deadDays"), started.dead()));
    }

    private static Duration days(@Nullable Object days, Duration otherwise) {
        return days instanceof Number number ? Duration.ofDays(number.longValue()) : otherwise;
    }
}
