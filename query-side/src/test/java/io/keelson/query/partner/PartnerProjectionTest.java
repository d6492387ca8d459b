package io.keelson.query.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerName;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.partner.event.PartnerRegistered;
import io.keelson.api.partner.event.PartnerResumed;
import io.keelson.api.partner.event.PartnerSuspended;
import io.keelson.api.partner.query.FindPartners;
import io.keelson.api.partner.query.GetPartners;
import io.keelson.api.partner.query.PartnerFilter;
import io.keelson.api.partner.query.PartnerOrder;
import io.keelson.api.partner.query.PartnerPage;
import io.keelson.api.partner.query.PartnerView;
import io.keelson.api.query.Page;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.query.Events;
import io.keelson.query.ReadModel;
import io.keelson.query.row.MissingRowException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartnerProjectionTest {
    private static final PartnerId ID = PartnerFixtures.PARTNER_ID;

    private final ReadModel model = ReadModel.empty();

    @Test
    void aRegisteredPartnerIsActiveAndShowsWhoMadeItWhen() {
        model.deliver(List.of(Events.message(
                PartnerFixtures.partnerRegistered(), 0, Events.AT, Map.of(RequestContext.ACTOR_ID, "anna"))));

        assertThat(partner())
                .isEqualTo(new PartnerView(
                        ID,
                        PartnerFixtures.NAME,
                        PartnerFixtures.EMAIL,
                        PartnerStatus.ACTIVE,
                        null,
                        Events.AT,
                        Events.AT,
                        "anna"));
    }

    @Test
    void anEventThatNamesNobodyWasMadeByKeelson() {
        model.tell(PartnerFixtures.partnerRegistered());

        assertThat(partner().createdBy()).isEqualTo("keelson");
    }

    @Test
    void suspendingAndResumingShowInTheStatusAndTheTimeOfTheChange() {
        model.tell(PartnerFixtures.partnerRegistered());

        model.tell(new PartnerSuspended(ID, null));
        assertThat(partner().status()).isEqualTo(PartnerStatus.SUSPENDED);
        assertThat(partner().updatedAt()).isEqualTo(Events.AT.plusSeconds(1));

        model.tell(new PartnerResumed(ID, null));
        assertThat(partner().status()).isEqualTo(PartnerStatus.ACTIVE);
        assertThat(partner().updatedAt()).isEqualTo(Events.AT.plusSeconds(2));
        assertThat(partner().createdAt()).isEqualTo(Events.AT);
    }

    @Test
    void anEventThatTheRowAlreadyShowsChangesNothing() {
        var registered = Events.message(PartnerFixtures.partnerRegistered(), 0, Events.AT, Map.of());
        var suspended = Events.message(new PartnerSuspended(ID, null), 1, Events.AT.plusSeconds(1), Map.of());
        var resumed = Events.message(new PartnerResumed(ID, null), 2, Events.AT.plusSeconds(2), Map.of());
        model.deliver(List.of(registered, suspended, resumed));
        PartnerView before = partner();

        model.deliver(List.of(registered));
        model.deliver(List.of(suspended));
        model.deliver(List.of(registered, suspended, resumed));

        assertThat(partner()).isEqualTo(before);
    }

    @Test
    void aChangeOfAPartnerWithoutARowIsAnErrorThatNamesIt() {
        assertThatThrownBy(() ->
                        model.deliver(List.of(Events.message(new PartnerSuspended(ID, null), 1, Events.AT, Map.of()))))
                .isInstanceOf(MissingRowException.class)
                .hasMessageContaining(ID.toString())
                .hasMessageContaining("PartnerSuspended");
        assertThat(model.askList(new GetPartners(List.of(ID)), PartnerView.class))
                .isEmpty();
    }

    @Test
    void partnersAreFoundByAPartOfTheirNameWithoutRegardToCase() {
        register("Größe & Co", "Acme 100%", "acme_2", "Other");

        assertThat(names("GRÖSSE")).isEmpty();
        assertThat(names("gRÖße")).containsExactly("Größe & Co");
        assertThat(names("acme")).containsExactly("Acme 100%", "acme_2");
        assertThat(names("%")).containsExactly("Acme 100%");
        assertThat(names("_")).containsExactly("acme_2");
        assertThat(names("\\")).isEmpty();
        assertThat(names(" ")).hasSize(4);
        assertThat(names(null)).hasSize(4);
    }

    @Test
    void halfASurrogatePairIsRefusedAndBreaksNothing() {
        register("Acme");

        assertThatThrownBy(() -> names("\ud83d")).hasMessageContaining("nameContains");
        assertThat(names("acme")).containsExactly("Acme");
    }

    private void register(String... names) {
        for (String name : names) {
            model.tell(new PartnerRegistered(PartnerId.random(), new PartnerName(name), PartnerFixtures.EMAIL));
        }
    }

    private List<String> names(String part) {
        return model
                .ask(
                        new FindPartners(new PartnerFilter(null, part, null), PartnerOrder.DEFAULT, new Page(10, null)),
                        PartnerPage.class)
                .items()
                .stream()
                .map(partner -> partner.name().value())
                .sorted()
                .toList();
    }

    private PartnerView partner() {
        return model.askList(new GetPartners(List.of(ID)), PartnerView.class).getFirst();
    }
}
