package io.keelson.query.tenant;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.query.Direction;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.query.FindTenants;
import io.keelson.api.tenant.query.GetTenants;
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
        Filter<TenantEntity> filter = new Filter<TenantEntity>()
                .equal("partnerId", query.partnerId(), PartnerId::value)
                .nameContains(query.nameContains());
        return reader.page(filter, Ordering.byCreation(Direction.ASC), query.page(), TenantPage::new);
    }
}
