package io.keelson.api.upgrade;

/** What an exclusion forbids. */
public enum ExclusionScope {
    ALL,
    /** Patches and security patches may start. */
    MINOR_AND_MAJOR,
    /** Everything but a major change may start. */
    MAJOR;

    public boolean forbids(ChangeClass change) {
        return switch (this) {
            case ALL -> true;
            case MINOR_AND_MAJOR -> change == ChangeClass.MINOR || change == ChangeClass.MAJOR;
            case MAJOR -> change == ChangeClass.MAJOR;
        };
    }
}
