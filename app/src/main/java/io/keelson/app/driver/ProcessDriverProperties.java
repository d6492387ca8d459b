package io.keelson.app.driver;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How instances run as processes.
 *
 * @param enabled whether instances may choose the {@code process} driver
 * @param firstPort lowest port that instances get
 * @param lastPort highest port that instances get
 * @param stopGrace how long a workload may take to end by itself
 * @param limits whether CPU and memory are limited where the system allows it
 * @param region which region the site beside the control plane is; it also runs the instances of every region without a site
 * @param sites further sites by their names; a name is never given to another site, for processes are known by it
 */
@ConfigurationProperties("keelson.process-driver")
public record ProcessDriverProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("20000") int firstPort,
        @DefaultValue("29999") int lastPort,
        @DefaultValue("10s") Duration stopGrace,
        @DefaultValue("true") boolean limits,
        @DefaultValue("local") String region,
        @DefaultValue Map<String, SiteProperties> sites) {}
