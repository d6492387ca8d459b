package io.keelson.app.fault;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A kind of operation on a shop, and what the shop is before it and when it was done. */
enum Deed {
    MIGRATE("migrateInstance", Map.of("region", "lagos", "reason", "Closer"), "ACTIVE", "ACTIVE"),
    RESTORE("restoreInstance", Map.of("reason", "Yesterday"), "ACTIVE", "ACTIVE"),
    /** Nobody asks for it: the shop has died. */
    HEAL("", Map.of(), "ACTIVE", "ACTIVE"),
    /** The shop was tampered with. */
    RECONCILE("reconcileInstance", Map.of(), "ACTIVE", "ACTIVE"),
    RESUME("resumeInstance", Map.of(), "SUSPENDED", "ACTIVE"),
    LEAVE_MAINTENANCE("setMaintenance", Map.of("on", false), "ACTIVE in maintenance", "ACTIVE"),
    CONFIGURE("configureInstance", Map.of(), "ACTIVE", "ACTIVE"),
    BACKUP("backupInstance", Map.of(), "ACTIVE", "ACTIVE"),
    SCALE("scaleInstance", Map.of(), "ACTIVE", "ACTIVE"),
    SUSPEND("suspendInstance", Map.of("reason", "Not paid"), "ACTIVE", "SUSPENDED"),
    ENTER_MAINTENANCE("setMaintenance", Map.of("on", true), "ACTIVE", "ACTIVE in maintenance"),
    TERMINATE("terminateInstance", Map.of("reason", "Over"), "ACTIVE", "TERMINATED");

    private final String mutation;
    private final Map<String, Object> input;
    private final String before;
    private final String after;

    Deed(String mutation, Map<String, Object> input, String before, String after) {
        this.mutation = mutation;
        this.input = input;
        this.before = before;
        this.after = after;
    }

    String mutation() {
        return mutation;
    }

    /** How the shop stands before it, and when it was taken back. */
    String before() {
        return before;
    }

    /** How the shop stands once it was done. */
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
