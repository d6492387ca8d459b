package io.keelson.api.upgrade;

/** What a rule says about an upgrade. */
public enum Verdict {
    PASSES,
    /** It will pass later, by itself or when somebody approves. */
    WAITS,
    /** It will not pass unless something is changed. */
    BLOCKS,
    /** It would wait or block, but a person has set it aside. */
    OVERRIDDEN
}
