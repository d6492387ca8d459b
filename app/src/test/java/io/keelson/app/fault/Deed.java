package io.keelson.app.fault;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A kind of operation on a shop, and what the shop is before it and when it was done. */
enum Deed {
    MIGRATE("migrateInstance", Map.of("region", "lagos", "reason", "Closer"), "ACTIVE", "ACTIVE", 2_500),
    RESTORE("restoreInstance", Map.of("reason", "Yesterday"), "ACTIVE", "ACTIVE", 1_500),
    /** Nobody asks for it: the shop has died. */
    HEAL("", Map.of(), "ACTIVE", "ACTIVE", 1_200),
    /** The shop was tampered with. */
    RECONCILE("reconcileInstance", Map.of(), "ACTIVE", "ACTIVE", 1_500),
    RESUME("resumeInstance", Map.of(), "SUSPENDED", "ACTIVE", 1_200),
    LEAVE_MAINTENANCE("setMaintenance", Map.of("on", false), "ACTIVE in maintenance", "ACTIVE", 150),
    CONFIGURE("configureInstance", Map.of(), "ACTIVE", "ACTIVE", 1_500),
    BACKUP("backupInstance", Map.of(), "ACTIVE", "ACTIVE", 500),
    SCALE("scaleInstance", Map.of(), "ACTIVE", "ACTIVE", 200),
    SUSPEND("suspendInstance", Map.of("reason", "Not paid"), "ACTIVE", "SUSPENDED", 500),
    ENTER_MAINTENANCE("setMaintenance", Map.of("on", true), "ACTIVE", "ACTIVE in maintenance", 150),
    TERMINATE("terminateInstance", Map.of("reason", "Over"), "ACTIVE", "TERMINATED", 1_000);

    private final String mutation;
    private final Map<String, Object> input;
    private final String before;
    private final String after;
    private final int millis;

    Deed(String mutation, Map<String, Object> input, String before, String after, int millis) {
        this.mutation = mutation;
        this.input = input;
        this.before = before;
        this.after = after;
        this.millis = millis;
    }

    String mutation() {
        return mutation;
    }

    /** About as long as it takes; a blow comes within. */
    int millis() {
        return millis;
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
