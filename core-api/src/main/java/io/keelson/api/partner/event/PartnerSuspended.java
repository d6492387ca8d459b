package io.keelson.api.partner.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keelson.api.message.LogicalName;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.suspension.SuspensionId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The partner may start nothing new until it is resumed.
 *
 * @param suspensionId the suspension that stops its instances; null in events from before instances were stopped
 */
@LogicalName("partner.suspended")
@Revision("1")
public record PartnerSuspended(
        PartnerId partnerId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SuspensionId suspensionId) implements PartnerEvent {}
