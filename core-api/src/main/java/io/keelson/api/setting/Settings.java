package io.keelson.api.setting;

import java.util.Map;

/** Reads platform settings. What was set is read at once where it was set, and within a second on every other node. */
@FunctionalInterface
public interface Settings {
    /** The value that counts now, a JSON object in Java's types; never absent, for every known setting has a default. */
    Map<String, Object> value(KnownSetting setting);
}
