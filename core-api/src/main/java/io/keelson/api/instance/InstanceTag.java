package io.keelson.api.instance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import java.util.List;
import java.util.regex.Pattern;

/** A word by which people find instances, for example {@code env:test}: at most 63 lower-case letters, digits and {@code ._:/=-}. */
public record InstanceTag(@JsonValue String value) {
    private static final int MAXIMUM = 63;
    private static final int MOST = 50;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._:/=-]*");

    @JsonCreator
    public InstanceTag {
        value = Require.matching(
                "tags",
                value,
                MAXIMUM,
                SHAPE,
                "lower-case letters, digits, '.', '_', ':', '/', '=' and '-' are allowed");
    }

    /** Each tag once, in the order of the alphabet; refuses more than 50, field {@code tags}. */
    public static List<InstanceTag> distinct(List<InstanceTag> tags) {
        List<InstanceTag> distinct = tags.stream()
                .map(InstanceTag::value)
                .distinct()
                .sorted()
                .map(InstanceTag::new)
                .toList();
        if (distinct.size() > MOST) {
            throw RejectedException.invalid("tags", "tags must have at most %d entries.".formatted(MOST));
        }
        return distinct;
    }

    @Override
    public String toString() {
        return value;
    }
}
