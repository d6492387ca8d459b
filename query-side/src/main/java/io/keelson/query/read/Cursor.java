package io.keelson.query.read;

import io.keelson.api.error.RejectedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a part of a list ends. To callers it is opaque text: base64url of the name of the order, the sort key and the id.
 *
 * @param key sort key of the last row, as text
 * @param id id of the last row, which breaks ties
 */
record Cursor(String key, UUID id) {
    private static final int MAXIMUM = 1024;
    private static final String UUID_TEXT = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern SHAPE = Pattern.compile("([A-Z_]+)\\|([^\\p{Cntrl}]*)\\|(" + UUID_TEXT + ")");

    String encode(String order) {
        byte[] text = "%s|%s|%s".formatted(order, key, id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** Reads a cursor of a list in this order; anything else is refused and names the field {@code after}. */
    static Cursor decode(String order, String encoded) {
        Matcher matcher = SHAPE.matcher(text(encoded));
        if (!matcher.matches() || !matcher.group(1).equals(order)) {
            throw refused();
        }
        return new Cursor(matcher.group(2), UUID.fromString(matcher.group(3)));
    }

    static RejectedException refused() {
        return RejectedException.invalid(
                "after", "after is not a cursor of this list; take endCursor of an earlier answer in the same order.");
    }

    private static String text(String encoded) {
        if (encoded.length() > MAXIMUM) {
            throw refused();
        }
        try {
            return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }
}
