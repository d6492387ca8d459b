package io.keelson.api.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.error.Require;
import java.util.regex.Pattern;

/** Name of a channel, for example {@code early}: a lower-case letter, then letters, digits, hyphens, at most 40. */
public record ChannelName(@JsonValue String value) {
    private static final int MAXIMUM = 40;
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]*");

    @JsonCreator
    public ChannelName {
        value = Require.matching(
                "channel",
                value,
                MAXIMUM,
                SHAPE,
                "a channel name starts with a lower-case letter and holds lower-case letters, digits and hyphens");
    }

    @Override
    public String toString() {
        return value;
    }
}
