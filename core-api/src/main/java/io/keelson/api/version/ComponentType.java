package io.keelson.api.version;

/** What kind of thing a component is. */
public enum ComponentType {
    PLATFORM,
    SUITE,
    CAPABILITY
}
