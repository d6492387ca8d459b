package io.keelson.query.partner;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.query.FindPartners;
import io.keelson.api.partner.query.GetPartners;
import io.keelson.api.partner.query.PartnerPage;
import io.keelson.api.partner.query.PartnerView;
import io.keelson.api.query.Direction;
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
        Filter<PartnerEntity> filter = new Filter<PartnerEntity>().nameContains(query.nameContains());
        return reader.page(filter, Ordering.byCreation(Direction.ASC), query.page(), PartnerPage::new);
    }
}
