package io.keelson.query.partner;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.partner.query.FindPartners;
import io.keelson.api.partner.query.GetPartners;
import io.keelson.api.partner.query.PartnerFilter;
import io.keelson.api.partner.query.PartnerOrder;
import io.keelson.api.partner.query.PartnerPage;
import io.keelson.api.partner.query.PartnerView;
import io.keelson.query.read.Filter;
import io.keelson.query.read.Ordering;
import io.keelson.query.read.RowReader;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

@Component
class PartnerQueries {
    private final RowReader<PartnerEntity, PartnerView> reader;

    PartnerQueries(PartnerRepository repository, PlatformTransactionManager transactions) {
        reader = new RowReader<>(repository, transactions, PartnerEntity::toView);
    }

    @QueryHandler
    List<PartnerView> handle(GetPartners query) {
        return reader.byIds(query.ids().stream().map(PartnerId::value));
    }

    @QueryHandler
    PartnerPage handle(FindPartners query) {
        PartnerFilter wanted = query.filter();
        Filter<PartnerEntity> filter = new Filter<PartnerEntity>()
                .equal("status", wanted.status())
                .nameContains(wanted.nameContains())
                .textContains(wanted.text(), "foldedName", "email");
        return reader.page(filter, ordering(query.order()), query.page(), PartnerPage::new);
    }

    private static Ordering<PartnerEntity, ?> ordering(PartnerOrder order) {
        return switch (order.field()) {
            case CREATED_AT -> Ordering.byCreation(order.direction());
            case NAME -> Ordering.byName(order.direction(), PartnerEntity::foldedName);
            case STATUS -> Ordering.byStatus(order.direction(), PartnerEntity::status, PartnerStatus.class);
        };
    }
}
