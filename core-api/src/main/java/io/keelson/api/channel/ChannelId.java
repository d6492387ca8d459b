package io.keelson.api.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.id.TypedId;
import io.keelson.api.version.ComponentName;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identity of a channel; as text {@code channel:<uuid>}, derived from its component and name. */
public record ChannelId(UUID value) {
    private static final String PREFIX = "channel";

    /** The channel of this name. */
    public static ChannelId of(ComponentName component, ChannelName name) {
        return new ChannelId(UUID.nameUUIDFromBytes(
                "channel:%s/%s".formatted(component, name).getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads the text form; anything else is refused and names the field {@code channelId}. */
    @JsonCreator
    public static ChannelId parse(String text) {
        return new ChannelId(TypedId.parse(PREFIX, text));
    }

    @JsonValue
    @Override
    public String toString() {
        return TypedId.format(PREFIX, value);
    }
}
