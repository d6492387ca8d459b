package io.keelson.graphql.message;

import java.util.LinkedHashMap;
import java.util.Map;

/** Ids of what a command changes, by the name under which a caller knows them. */
public final class Changed {
    private final Map<String, String> ids = new LinkedHashMap<>();

    private Changed() {}

    /** Nothing yet. */
    public static Changed nothing() {
        return new Changed();
    }

    /** The thing called {@code name}; {@code id} is any of the typed ids. */
    public static Changed of(String name, Object id) {
        return new Changed().and(name, id);
    }

    /** And one more. */
    public Changed and(String name, Object id) {
        ids.put(name, id.toString());
        return this;
    }

    Map<String, String> ids() {
        return ids;
    }
}
