package io.keelson.api.partner.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keelson.api.message.LogicalName;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.suspension.SuspensionId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The partner may start new things again.
 *
 * @param suspensionId the suspension that ends; null when it stopped nothing
 */
@LogicalName("partner.resumed")
@Revision("1")
public record PartnerResumed(
        PartnerId partnerId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SuspensionId suspensionId) implements PartnerEvent {}
