package io.keelson.api.upgrade;

/** The rules that decide about an upgrade, in the order in which they are told. */
public enum UpgradeRule {
    /** The instance is active and no other operation changes it. */
    INSTANCE_STATE(false),
    /** There is such a version. */
    KNOWN(false),
    /** The version is newer than the one that runs; going back is a rollback. */
    DIRECTION(false),
    /** The release was not withdrawn, deprecated or never finished. */
    STATUS(false),
    /** The channel that the instance follows offers the release; without a channel, it is stable. */
    CHANNEL(true),
    /** The pin of the instance accepts the version. */
    PIN(true),
    /** The version belongs to the line of long-term support that the instance keeps to. */
    LINE(true),
    /** The release brings artifacts for the driver of the instance. */
    DRIVER(false),
    /** Required releases on the way are taken first, and can be. */
    PATH(false),
    /** Everything that the release depends on can be had together. */
    DEPENDENCIES(false),
    /** The policy of the instance is not frozen. */
    POLICY(true),
    /** Somebody has approved, or nobody needs to. */
    APPROVAL(true),
    /** The earliest date of a security patch has come. */
    SECURITY_DATE(true),
    /** No unfinished rollout has another turn for the instance. */
    ROLLOUT(true),
    /** No exclusion forbids it now. */
    EXCLUSION(true),
    /** A maintenance window is open. */
    WINDOW(true);

    private final boolean overridable;

    UpgradeRule(boolean overridable) {
        this.overridable = overridable;
    }

    /** Whether a person may set it aside, with a reason. */
    public boolean overridable() {
        return overridable;
    }
}
