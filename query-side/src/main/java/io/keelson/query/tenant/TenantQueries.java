package io.keelson.query.tenant;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantStatus;
import io.keelson.api.tenant.query.FindTenants;
import io.keelson.api.tenant.query.GetTenants;
import io.keelson.api.tenant.query.TenantFilter;
import io.keelson.api.tenant.query.TenantOrder;
import io.keelson.api.tenant.query.TenantPage;
import io.keelson.api.tenant.query.TenantView;
import io.keelson.query.read.Filter;
import io.keelson.query.read.Ordering;
import io.keelson.query.read.RowReader;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

@Component
class TenantQueries {
    private final RowReader<TenantEntity, TenantView> reader;

    TenantQueries(TenantRepository repository, PlatformTransactionManager transactions) {
        reader = new RowReader<>(repository, transactions, TenantEntity::toView);
    }

    @QueryHandler
    List<TenantView> handle(GetTenants query) {
        return reader.byIds(query.ids().stream().map(TenantId::value));
    }

    @QueryHandler
    TenantPage handle(FindTenants query) {
        TenantFilter wanted = query.filter();
        Filter<TenantEntity> filter = new Filter<TenantEntity>()
                .equal("partnerId", wanted.partnerId(), PartnerId::value)
                .equal("status", wanted.status())
                .nameContains(wanted.nameContains());
        return reader.page(filter, ordering(query.order()), query.page(), TenantPage::new);
    }

    private static Ordering<TenantEntity, ?> ordering(TenantOrder order) {
        return switch (order.field()) {
            case CREATED_AT -> Ordering.byCreation(order.direction());
            case NAME -> Ordering.byName(order.direction(), TenantEntity::foldedName);
            case STATUS -> Ordering.byStatus(order.direction(), TenantEntity::status, TenantStatus.class);
        };
    }
}
