package io.keelson.job.queue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What jobs have in common that run one after another. */
record SerialKey(UUID tenant, String key) {
    /** The same on all nodes. */
    int lock() {
        return 31 * tenant.hashCode() + key.hashCode();
    }

    static @Nullable SerialKey of(ClaimedJob job) {
        String key = job.serialKey();
        return key == null ? null : new SerialKey(job.owner().tenantId(), key);
    }
}
