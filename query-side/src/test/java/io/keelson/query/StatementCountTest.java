package io.keelson.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.message.DomainEvent;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.event.PartnerRegistered;
import io.keelson.api.partner.event.PartnerSuspended;
import io.keelson.api.partner.query.FindPartners;
import io.keelson.api.partner.query.GetPartners;
import io.keelson.api.partner.query.PartnerFilter;
import io.keelson.api.partner.query.PartnerOrder;
import io.keelson.api.partner.query.PartnerPage;
import io.keelson.api.partner.query.PartnerView;
import io.keelson.api.query.Page;
import io.keelson.fixture.PartnerFixtures;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatementCountTest {
    private final ReadModel model = ReadModel.empty();
    private final List<PartnerId> ids =
            Stream.generate(PartnerId::random).limit(150).toList();

    @Test
    void aBatchOfNewRowsCostsOneReadAndOneBatchOfInserts() {
        assertThat(statementsOf(() -> model.tell(registrations()))).isEqualTo(2);
    }

    @Test
    void aBatchOfChangesCostsOneReadAndOneBatchOfUpdates() {
        model.tell(registrations());

        DomainEvent[] changes =
                ids.stream().map(id -> new PartnerSuspended(id, null)).toArray(DomainEvent[]::new);
        assertThat(statementsOf(() -> model.tell(changes))).isEqualTo(2);
    }

    @Test
    void rowsByIdCostOneStatementHoweverMany() {
        model.tell(registrations());

        assertThat(statementsOf(() -> get(ids.subList(0, 1)))).isEqualTo(1);
        assertThat(statementsOf(() -> get(ids))).isEqualTo(1);
    }

    @Test
    void aPartOfAListCostsTwoStatementsHoweverLong() {
        model.tell(registrations());

        assertThat(statementsOf(() -> find(1))).isEqualTo(2);
        assertThat(statementsOf(() -> find(100))).isEqualTo(2);
    }

    private void get(List<PartnerId> wanted) {
        assertThat(model.askList(new GetPartners(wanted), PartnerView.class)).hasSize(wanted.size());
    }

    private void find(int first) {
        assertThat(model.ask(
                                new FindPartners(PartnerFilter.ALL, PartnerOrder.DEFAULT, new Page(first, null)),
                                PartnerPage.class)
                        .items())
                .hasSize(first);
    }

    private DomainEvent[] registrations() {
        return ids.stream()
                .map(id -> new PartnerRegistered(id, PartnerFixtures.NAME, PartnerFixtures.EMAIL))
                .toArray(DomainEvent[]::new);
    }

    private long statementsOf(Runnable work) {
        long before = model.statistics().getPrepareStatementCount();
        work.run();
        return model.statistics().getPrepareStatementCount() - before;
    }
}
