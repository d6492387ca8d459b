package io.keelson.api.actor;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of a request, kept in the metadata of every event that it causes.
 *
 * @param requestId unique per request; log lines and errors repeat it
 * @param reason what a human gave as reason; mandatory for destructive commands
 */
public record RequestContext(
        Actor actor,
        String requestId,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        @Nullable String sessionId,
        @Nullable String reason) {
    public static final String ACTOR_ID = "actorId";
    public static final String ACTOR_TYPE = "actorType";
    public static final String REQUEST_ID = "requestId";
    public static final String IP_ADDRESS = "ipAddress";
    public static final String USER_AGENT = "userAgent";
    public static final String SESSION_ID = "sessionId";
    public static final String REASON = "reason";

    /** The context of work that Keelson starts by itself. */
    public static RequestContext system(String requestId) {
        return new RequestContext(Actor.SYSTEM, requestId, null, null, null, null);
    }

    public RequestContext withReason(@Nullable String newReason) {
        return new RequestContext(actor, requestId, ipAddress, userAgent, sessionId, newReason);
    }

    /** As message metadata; absent values are left out. */
    public Map<String, Object> toMetadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put(ACTOR_ID, actor.id());
        metadata.put(ACTOR_TYPE, actor.type().name());
        metadata.put(REQUEST_ID, requestId);
        putIfPresent(metadata, IP_ADDRESS, ipAddress);
        putIfPresent(metadata, USER_AGENT, userAgent);
        putIfPresent(metadata, SESSION_ID, sessionId);
        putIfPresent(metadata, REASON, reason);
        return metadata;
    }

    private static void putIfPresent(Map<String, Object> metadata, String key, @Nullable String value) {
        if (value != null) {
            metadata.put(key, value);
        }
    }
}
