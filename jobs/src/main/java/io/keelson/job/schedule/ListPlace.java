package io.keelson.job.schedule;

import io.keelson.api.error.RejectedException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a part of a list ends; to callers opaque text.
 *
 * @param at sort key of the last row
 * @param tie what comes after it among equals
 */
record ListPlace(Instant at, String tie) {
    private static final int MAXIMUM = 200;
    private static final Pattern SHAPE = Pattern.compile("([0-9T:.Z+-]{1,40})\\|([0-9A-Za-z_-]{1,36})");

    String encode() {
        byte[] text = (at + "|" + tie).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** Null stays null; anything but a cursor is refused and names the field {@code after}. */
    static @Nullable ListPlace decode(@Nullable String cursor, Pattern ties) {
        if (cursor == null) {
            return null;
        }
        try {
            if (cursor.length() <= MAXIMUM) {
                Matcher matcher =
                        SHAPE.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
                if (matcher.matches() && ties.matcher(matcher.group(2)).matches()) {
                    return new ListPlace(Instant.parse(matcher.group(1)), matcher.group(2));
                }
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refused();
        }
        throw refused();
    }

    private static RejectedException refused() {
        return RejectedException.invalid(
                "after", "after is not a cursor of this list; take endCursor of an earlier answer.");
    }
}
