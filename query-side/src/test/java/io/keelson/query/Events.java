package io.keelson.query;

import io.keelson.api.channel.event.ChannelEvent;
import io.keelson.api.instance.event.InstanceEvent;
import io.keelson.api.message.DomainEvent;
import io.keelson.api.operation.event.OperationEvent;
import io.keelson.api.partner.event.PartnerEvent;
import io.keelson.api.rollout.event.RolloutEvent;
import io.keelson.api.setting.event.PlatformSettingEvent;
import io.keelson.api.suspension.event.HoldEvent;
import io.keelson.api.suspension.event.SuspensionEvent;
import io.keelson.api.tenant.event.TenantEvent;
import io.keelson.api.version.event.VersionEvent;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;

/** Events in the envelope in which a projection gets them. */
public final class Events {
    /** When the first event of an aggregate happens, unless a test says otherwise. */
    public static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    private Events() {}

    public static DomainEventMessage<?> message(
            DomainEvent event, long sequence, Instant at, Map<String, String> metadata) {
        String aggregateId = aggregateId(event);
        return new GenericDomainEventMessage<>(
                aggregateId.substring(0, aggregateId.indexOf(':')),
                aggregateId,
                sequence,
                new GenericMessage<>(event, metadata),
                () -> at);
    }

    static String aggregateId(DomainEvent event) {
        return switch (event) {
            case PartnerEvent partner -> partner.partnerId().toString();
            case TenantEvent tenant -> tenant.tenantId().toString();
            case SuspensionEvent suspension -> suspension.suspensionId().toString();
            case HoldEvent hold -> hold.holdId().toString();
            case PlatformSettingEvent setting -> setting.settingId().toString();
            case ChannelEvent channel -> channel.channelId().toString();
            case VersionEvent version -> version.versionId().toString();
            case InstanceEvent instance -> instance.instanceId().toString();
            case RolloutEvent rollout -> rollout.rolloutId().toString();
            case OperationEvent operation -> operation.operationId().toString();
            default -> throw new IllegalArgumentException(event + " is of no known aggregate");
        };
    }
}
