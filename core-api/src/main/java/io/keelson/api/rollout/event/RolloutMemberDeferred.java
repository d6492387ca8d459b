package io.keelson.api.rollout.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.rollout.RolloutId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A member cannot begin yet.
 *
 * @param until when it is asked again, or null when somebody else must do something first
 */
@LogicalName("rollout.member-deferred")
@Revision("1")
public record RolloutMemberDeferred(
        RolloutId rolloutId,
        InstanceId instanceId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant until,
        String reason)
        implements RolloutEvent {}
