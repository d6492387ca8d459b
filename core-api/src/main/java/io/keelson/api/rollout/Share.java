package io.keelson.api.rollout;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many, or so many in a hundred, of something; as text {@code 5} or {@code 10%}. The rounding of percentages follows the
 * update runs of Azure Kubernetes Fleet Manager.
 *
 * @param value 0 to 100 when it is a percentage, else 0 to 1,000,000
 */
public record Share(int value, boolean percent) {
    public static final Share NONE = new Share(0, false);
    public static final Share ALL = new Share(100, true);
    private static final int HUNDRED = 100;
    private static final int MOST = 1_000_000;
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,7})(%?)");

    public Share {
        int most = percent ? HUNDRED : MOST;
        if (value < 0 || value > most) {
            throw RejectedException.invalid("share", "share must be 0 to %d%s.".formatted(most, percent ? "%" : ""));
        }
    }

    /** Reads the text form; anything else is refused and names the field {@code share}. */
    @JsonCreator
    public static Share parse(String text) {
        Matcher matcher = SHAPE.matcher(Require.present("share", text).strip());
        if (!matcher.matches()) {
            throw RejectedException.invalid("share", "share must be a whole number, or a percentage such as 10%.");
        }
        return new Share(Integer.parseInt(matcher.group(1)), !matcher.group(2).isEmpty());
    }

    /** Percentages are rounded down, but one is always meant: how many may be worked on at once. */
    public int atLeastOneOf(int total) {
        return Math.max(1, percent ? (int) ((long) total * value / HUNDRED) : value);
    }

    /** Percentages are rounded up: how many may fail, must succeed, or are meant. */
    public int roundedUpOf(int total) {
        return percent ? (int) (((long) total * value + HUNDRED - 1) / HUNDRED) : value;
    }

    @JsonValue
    @Override
    public String toString() {
        return percent ? value + "%" : Integer.toString(value);
    }
}
