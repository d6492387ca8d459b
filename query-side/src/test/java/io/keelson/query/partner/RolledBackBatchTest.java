package io.keelson.query.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.event.PartnerSuspended;
import io.keelson.api.partner.query.GetPartners;
import io.keelson.api.partner.query.PartnerView;
import io.keelson.api.query.AwaitProjected;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.query.ReadModel;
import io.keelson.query.row.MissingRowException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.Test;

class RolledBackBatchTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ReadModel model = ReadModel.empty();

    @Test
    void aBatchThatFailsLeavesNoRowTellsNobodyAndCanBeDeliveredAgain() {
        DomainEventMessage<?> registered = model.stored(PartnerFixtures.partnerRegistered());
        CompletableFuture<Boolean> shown = model.queries()
                .query(
                        new AwaitProjected(PartnerFixtures.PARTNER_ID.toString(), LIMIT),
                        ResponseTypes.instanceOf(Boolean.class));

        assertThatThrownBy(() -> model.deliver(
                        List.of(registered, model.stored(new PartnerSuspended(PartnerId.random(), null)))))
                .isInstanceOf(MissingRowException.class);
        assertThat(model.askList(new GetPartners(List.of(PartnerFixtures.PARTNER_ID)), PartnerView.class))
                .isEmpty();
        assertThat(shown).isNotDone();

        model.deliver(List.of(registered));
        assertThat(shown).succeedsWithin(LIMIT).isEqualTo(true);
    }
}
