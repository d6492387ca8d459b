package io.keelson.graphql.input;

import io.keelson.api.error.RejectedException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of processor time and bytes, as text with a unit. */
public final class Quantity {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,10}(?:\\.\\d{1,6})?)([A-Za-z]{0,2})");
    private static final Map<String, Integer> MILLIS_PER_UNIT = Map.of("", 1_000, "m", 1);
    private static final Map<String, Integer> MEBIBYTES_PER_UNIT = Map.ofEntries(
            Map.entry("M", 1),
            Map.entry("MB", 1),
            Map.entry("Mi", 1),
            Map.entry("G", 1_024),
            Map.entry("GB", 1_024),
            Map.entry("Gi", 1_024),
            Map.entry("T", 1_048_576),
            Map.entry("TB", 1_048_576),
            Map.entry("Ti", 1_048_576));

    private Quantity() {}

    /** Thousandths of a core, from cores ({@code 0.5}) or thousandths ({@code 500m}). */
    public static int cpuMillis(String field, String text) {
        return read(field, text, MILLIS_PER_UNIT, "must look like 0.5 or 500m");
    }

    /** Mebibytes; decimal and binary units mean the same, so {@code 1G} is 1024. */
    public static int mebibytes(String field, String text) {
        return read(field, text, MEBIBYTES_PER_UNIT, "must look like 512Mi or 1G");
    }

    private static int read(String field, String text, Map<String, Integer> units, String rule) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text);
        if (!matcher.matches() || !units.containsKey(matcher.group(2))) {
            throw RejectedException.invalid(field, "%s %s.".formatted(field, rule));
        }
        BigDecimal amount = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(units.get(matcher.group(2))));
        // Too much for an int is out of every range; the range is checked where it is known.
        return amount.setScale(0, RoundingMode.CEILING)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .intValue();
    }
}
