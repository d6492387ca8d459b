package io.keelson.query.row;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The form of a name in which names are ordered and searched. */
public final class FoldedName {
    private FoldedName() {}

    /** In lower case; what cannot be stored as UTF-8 (half a surrogate pair) becomes a question mark. */
    public static String of(String name) {
        byte[] storable = name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return new String(storable, StandardCharsets.UTF_8);
    }
}
