package io.keelson.api.error;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of single input values; each refusal names the field and never repeats hostile input in full. */
public final class Require {
    private static final int SHOWN = 40;
    /** Controls of ASCII, Latin-1 and Unicode lines, halves of surrogate pairs, and what turns the direction of writing. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private Require() {}

    /** Refuses null. */
    public static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw RejectedException.invalid(field, field + " is required.");
        }
        return value;
    }

    /** Trims; refuses null, blank, control characters and more than {@code maximum} characters. */
    public static String text(String field, @Nullable String value, int maximum) {
        String text = present(field, value).strip();
        if (text.isEmpty()) {
            throw RejectedException.invalid(field, field + " must not be blank.");
        }
        if (text.length() > maximum) {
            throw RejectedException.invalid(
                    field, "%s has %d characters; at most %d are allowed.".formatted(field, text.length(), maximum));
        }
        if (CONTROL.matcher(text).find()) {
            throw RejectedException.invalid(field, field + " contains a control character.");
        }
        return text;
    }

    /** {@link #text} that must also match {@code pattern}; {@code rule} says in words what the pattern allows. */
    public static String matching(String field, @Nullable String value, int maximum, Pattern pattern, String rule) {
        String text = text(field, value, maximum);
        if (!pattern.matcher(text).matches()) {
            throw RejectedException.invalid(field, "%s \"%s\" is refused: %s.".formatted(field, shown(text), rule));
        }
        return text;
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
