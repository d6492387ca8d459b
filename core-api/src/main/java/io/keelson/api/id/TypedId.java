package io.keelson.api.id;

import io.keelson.api.error.RejectedException;
import java.util.UUID;

/** Text form of an id: its kind, a colon and a UUID in lower case. */
public final class TypedId {
    private static final int UUID_LENGTH = 36;

    private TypedId() {}

    public static String format(String kind, UUID value) {
        return kind + ":" + value;
    }

    /** Refuses text that is not {@code kind:uuid}; the refusal names the field {@code <kind>Id}. */
    public static UUID parse(String kind, String text) {
        String prefix = kind + ":";
        if (text.length() != prefix.length() + UUID_LENGTH || !text.startsWith(prefix)) {
            throw malformed(kind);
        }
        try {
            return UUID.fromString(text.substring(prefix.length()));
        } catch (IllegalArgumentException e) {
            throw malformed(kind);
        }
    }

    private static RejectedException malformed(String kind) {
        return RejectedException.invalid(kind + "Id", "%sId must look like %s:<uuid>.".formatted(kind, kind));
    }
}
