package io.keelson.api.upgrade;

import io.keelson.api.instance.UpdatePolicy;

/** Which classes of change need nobody's approval; a major one always does. */
public record AutoApproval(boolean security, boolean patch, boolean minor) {
    private static final AutoApproval ALL = new AutoApproval(true, true, true);
    private static final AutoApproval NONE = new AutoApproval(false, false, false);

    /** What a policy means while nobody has said otherwise (requirement PF-1, 3.4.2). */
    public static AutoApproval of(UpdatePolicy policy) {
        return policy == UpdatePolicy.AUTO_UPDATE ? ALL : NONE;
    }

    public boolean allows(ChangeClass change) {
        return switch (change) {
            case SECURITY -> security;
            case PATCH -> patch;
            case MINOR -> minor;
            case MAJOR -> false;
        };
    }
}
