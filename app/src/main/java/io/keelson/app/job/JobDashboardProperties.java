package io.keelson.app.job;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * JobRunr's own pages, for those who run the platform.
 *
 * @param port on the loopback interface
 * @param password 12 characters or more; there is no default
 */
@ConfigurationProperties("keelson.jobs.dashboard")
record JobDashboardProperties(
        @DefaultValue("8000") int port,
        @DefaultValue("keelson") String user,
        @DefaultValue("") String password) {
    private static final int SHORTEST = 12;

    /** Refuses to go without a password that deserves the name. */
    JobDashboardProperties requirePassword() {
        if (password.length() < SHORTEST) {
            throw new IllegalStateException(
                    "keelson.jobs.dashboard.enabled needs keelson.jobs.dashboard.password with 12 characters or more.");
        }
        return this;
    }
}
