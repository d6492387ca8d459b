package io.keelson.app.jobtype;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Files of reports, below {@code keelson.home}.
 *
 * @param maxBytes how large one report may get
 * @param sweepEvery how often files whose jobs are no longer kept are looked for
 */
@ConfigurationProperties("keelson.reports")
record ReportProperties(
        @DefaultValue("1073741824") long maxBytes,
        @DefaultValue("1h") Duration sweepEvery) {}
