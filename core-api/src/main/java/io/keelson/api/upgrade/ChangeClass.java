package io.keelson.api.upgrade;

/** How much a change of version changes. */
public enum ChangeClass {
    /** Closes a security hole and breaks nothing. */
    SECURITY,
    /** The third number, or less. */
    PATCH,
    /** The second number. */
    MINOR,
    /** The first number, or a release on the way that says it breaks something. */
    MAJOR
}
