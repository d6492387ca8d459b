package io.keelson.query.instance;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.query.FindInstances;
import io.keelson.api.instance.query.FindInstancesOfVersion;
import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.instance.query.InstanceFilter;
import io.keelson.api.instance.query.InstanceOrder;
import io.keelson.api.instance.query.InstancePage;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.instance.query.WatchInstances;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.residency.Region;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.query.live.Revised;
import io.keelson.query.live.WatchedViews;
import io.keelson.query.read.Filter;
import io.keelson.query.read.Ordering;
import io.keelson.query.read.RowReader;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

@Component
class InstanceQueries implements WatchedViews<WatchInstances, InstanceView> {
    private final RowReader<InstanceEntity, InstanceView> reader;

    InstanceQueries(InstanceRepository repository, PlatformTransactionManager transactions) {
        reader = new RowReader<>(repository, transactions, InstanceEntity::toView);
    }

    @QueryHandler
    List<InstanceView> handle(GetInstances query) {
        return reader.byIds(query.ids().stream().map(InstanceId::value));
    }

    @QueryHandler
    InstancePage handle(FindInstances query) {
        InstanceFilter wanted = query.filter();
        Filter<InstanceEntity> filter = new Filter<InstanceEntity>()
                .equal("status", wanted.status())
                .equal("type", wanted.type())
                .equal("component", wanted.component(), ComponentName::value)
                .equal("version", wanted.version(), SemanticVersion::value)
                .equal("partnerId", wanted.partnerId(), PartnerId::value)
                .equal("tenantId", wanted.tenantId(), TenantId::value)
                .equal("region", wanted.region(), Region::value)
                .equal("health", wanted.health())
                .nameContains(wanted.nameContains())
                .holds("tags", wanted.tag(), TagsColumn::part);
        return reader.page(filter, ordering(query.order()), query.page(), InstancePage::new);
    }

    @QueryHandler
    InstancePage handle(FindInstancesOfVersion query) {
        Filter<InstanceEntity> filter = new Filter<InstanceEntity>()
                .equal("component", query.component().value())
                .equal("version", query.version().value())
                .not("status", InstanceStatus.TERMINATED);
        return reader.page(filter, ordering(InstanceOrder.DEFAULT), query.page(), InstancePage::new);
    }

    @QueryHandler
    List<InstanceView> handle(WatchInstances query) {
        return query.instanceId() == null
                ? List.of()
                : reader.byIds(Stream.of(query.instanceId().value()));
    }

    @Override
    public String kind() {
        return "instance";
    }

    @Override
    public Class<WatchInstances> query() {
        return WatchInstances.class;
    }

    @Override
    public @Nullable UUID watched(WatchInstances query) {
        return query.instanceId() == null ? null : query.instanceId().value();
    }

    @Override
    public List<Revised<InstanceView>> read(Collection<UUID> ids) {
        return reader.revised(ids);
    }

    @Override
    public List<Revised<InstanceView>> readSince(Instant since) {
        return reader.revisedSince(since);
    }

    private static Ordering<InstanceEntity, ?> ordering(InstanceOrder order) {
        return switch (order.field()) {
            case CREATED_AT -> Ordering.byCreation(order.direction());
            case NAME -> Ordering.byName(order.direction(), InstanceEntity::foldedName);
        };
    }
}
