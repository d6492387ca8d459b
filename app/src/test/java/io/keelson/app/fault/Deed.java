package io.keelson.app.fault;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A kind of operation on a shop, and what the shop is when it was done. */
enum Deed {
    MIGRATE("migrateInstance", Map.of("region", "lagos", "reason", "Closer"), "ACTIVE"),
    RESTORE("restoreInstance", Map.of("reason", "Yesterday"), "ACTIVE"),
    CONFIGURE("configureInstance", Map.of(), "ACTIVE"),
    BACKUP("backupInstance", Map.of(), "ACTIVE"),
    SCALE("scaleInstance", Map.of(), "ACTIVE"),
    SUSPEND("suspendInstance", Map.of("reason", "Not paid"), "SUSPENDED"),
    ENTER_MAINTENANCE("setMaintenance", Map.of("on", true), "ACTIVE"),
    TERMINATE("terminateInstance", Map.of("reason", "Over"), "TERMINATED");

    private final String mutation;
    private final Map<String, Object> input;
    private final String after;

    Deed(String mutation, Map<String, Object> input, String after) {
        this.mutation = mutation;
        this.input = input;
        this.after = after;
    }

    String mutation() {
        return mutation;
    }

    /** The status of the shop once it was done; before it, the shop is active. */
    String after() {
        return after;
    }

    Map<String, Object> inputFor(String shop, @Nullable String backup) {
        Map<String, Object> all = new HashMap<>(input);
        all.put("instanceId", shop);
        switch (this) {
            case RESTORE -> all.put("backupId", backup);
            case CONFIGURE -> all.put("settings", Map.of("greeting", "Ahoy"));
            case SCALE -> all.put("resources", Map.of("memory", "300Mi"));
            default -> {}
        }
        return all;
    }
}
