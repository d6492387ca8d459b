package io.keelson.app.job;

import io.keelson.api.worker.NodeRole;
import io.keelson.app.role.Roles;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/**
 * Lets the process of a node without an API end at a certain time after it was told to, whatever hangs: by then its jobs
 * are handed back, and what is not would be found by other nodes anyway. Nodes with an API may have to stop the embedded
 * database and are not cut short.
 */
final class ShutdownBound implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(ShutdownBound.class);
    private static final Duration AFTER_GRACE = Duration.ofMillis(4_500);
    /** What a shell reports of a process that SIGTERM ended. */
    private static final int ENDED_BY_SIGTERM = 143;

    private final Roles roles;
    private final Duration bound;

    ShutdownBound(Roles roles, Duration grace) {
        this.roles = roles;
        this.bound = grace.plus(AFTER_GRACE);
    }

    @Override
    public void afterPropertiesSet() {
        if (!roles.has(NodeRole.API)) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> Thread.ofPlatform()
                    .daemon()
                    .name("shutdown-bound")
                    .start(this::halt)));
        }
    }

    private void halt() {
        try {
            TimeUnit.MILLISECONDS.sleep(bound.toMillis());
            LOG.warn("The process does not end by itself within {} and is halted.", bound);
            Runtime.getRuntime().halt(ENDED_BY_SIGTERM);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
