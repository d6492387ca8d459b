package io.keelson.benchmark.life;

import java.util.HashMap;
import java.util.Map;

/** What is asked of every instance, in this order. */
enum Deed {
    CONFIGURE("configureInstance"),
    SCALE("scaleInstance"),
    BACK_UP("backupInstance"),
    RESTORE("restoreInstance"),
    ENTER_MAINTENANCE("setMaintenance"),
    LEAVE_MAINTENANCE("setMaintenance"),
    SUSPEND("suspendInstance"),
    RESUME("resumeInstance"),
    MIGRATE("migrateInstance"),
    TERMINATE("terminateInstance");

    private static final String REASON = "The benchmark says so";

    private final String mutation;

    Deed(String mutation) {
        this.mutation = mutation;
    }

    String mutation() {
        return mutation;
    }

    Map<String, Object> inputFor(String instanceId, String backupId) {
        Map<String, Object> all = new HashMap<>(Map.of("instanceId", instanceId));
        switch (this) {
            case CONFIGURE -> all.put("settings", Map.of("greeting", "Ahoy"));
            case SCALE -> all.put("resources", Map.of("memory", "200Mi"));
            case RESTORE -> all.putAll(Map.of("backupId", backupId, "reason", REASON));
            case ENTER_MAINTENANCE -> all.put("on", true);
            case LEAVE_MAINTENANCE -> all.put("on", false);
            case MIGRATE -> all.putAll(Map.of("region", "north", "reason", REASON));
            case SUSPEND, TERMINATE -> all.put("reason", REASON);
            case BACK_UP, RESUME -> {}
        }
        return all;
    }
}
