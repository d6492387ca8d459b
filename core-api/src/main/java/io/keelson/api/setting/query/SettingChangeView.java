package io.keelson.api.setting.query;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of a platform setting.
 *
 * @param before the value before, or null when it was the default of the product
 * @param actorId who changed it
 * @param reason why
 */
public record SettingChangeView(
        UUID id,
        @Nullable Map<String, Object> before,
        Map<String, Object> value,
        String actorId,
        @Nullable String reason,
        Instant changedAt) {}
