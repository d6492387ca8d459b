package io.keelson.job.view;

import io.keelson.api.error.RejectedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a part of a list ends; to callers it is opaque text. */
final class Cursors {
    private static final int LONGEST = 100;

    private Cursors() {}

    static String of(Object last) {
        byte[] text = last.toString().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** Reads a cursor; anything else is refused and names the field {@code after}. */
    static <T> T read(String cursor, Function<String, T> reader) {
        try {
            if (cursor.length() <= LONGEST) {
                return reader.apply(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
        throw refused(null);
    }

    private static RejectedException refused(@Nullable Throwable cause) {
        RejectedException refusal = RejectedException.invalid(
                "after", "after is not a cursor of this list; take endCursor of an earlier answer.");
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }
}
