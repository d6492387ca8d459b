package io.keelson.api.message;

import io.keelson.api.channel.event.ChannelEvent;
import io.keelson.api.instance.event.InstanceEvent;
import io.keelson.api.job.event.JobBatchEvent;
import io.keelson.api.job.event.JobEvent;
import io.keelson.api.job.event.JobQueueEvent;
import io.keelson.api.operation.event.OperationEvent;
import io.keelson.api.partner.event.PartnerEvent;
import io.keelson.api.rollout.event.RolloutEvent;
import io.keelson.api.schedule.event.ScheduleEvent;
import io.keelson.api.setting.event.PlatformSettingEvent;
import io.keelson.api.suspension.event.HoldEvent;
import io.keelson.api.suspension.event.SuspensionEvent;
import io.keelson.api.tenant.event.TenantEvent;
import io.keelson.api.version.event.VersionEvent;
import io.keelson.api.worker.event.WorkerEvent;
import java.util.List;
import java.util.stream.Stream;

/** The index of all event types: the {@code permits} clauses of the sealed interfaces, one per aggregate. */
public final class EventCatalogue {
    private static final List<Class<? extends DomainEvent>> KINDS = List.of(
            PartnerEvent.class,
            TenantEvent.class,
            SuspensionEvent.class,
            HoldEvent.class,
            VersionEvent.class,
            ChannelEvent.class,
            RolloutEvent.class,
            InstanceEvent.class,
            OperationEvent.class,
            PlatformSettingEvent.class,
            ScheduleEvent.class,
            WorkerEvent.class,
            JobEvent.class,
            JobBatchEvent.class,
            JobQueueEvent.class);

    private EventCatalogue() {}

    /** Every event type, in the order of the {@code permits} clauses. */
    public static List<Class<?>> types() {
        return KINDS.stream()
                .<Class<?>>flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
                .toList();
    }
}
