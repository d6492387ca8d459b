package io.keelson.command.partner;

import static io.keelson.command.Refusal.refusal;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.partner.EmailAddress;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerName;
import io.keelson.api.partner.command.RegisterPartner;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.fixture.PartnerFixtures;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RegisterPartnerTest {
    private final InMemoryClaims claims = new InMemoryClaims();
    private final FixtureConfiguration<Partner> fixture =
            new AggregateTestFixture<>(Partner.class).registerInjectableResource(claims);

    @Test
    void aPartnerIsRegistered() {
        fixture.givenNoPriorActivity()
                .when(PartnerFixtures.registerPartner())
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(PartnerFixtures.PARTNER_ID)
                .expectEvents(PartnerFixtures.partnerRegistered());
    }

    @Test
    void aNameOfAnotherPartnerIsTaken() {
        claims.claim(new ClaimKey(ClaimKind.PARTNER_NAME, "ACME"), "partner:other");

        fixture.givenNoPriorActivity()
                .when(PartnerFixtures.registerPartner())
                .expectException(refusal(ErrorCode.NAME_TAKEN, "name"))
                .expectNoEvents();
    }

    @Test
    void anEmailOfAnotherPartnerIsTaken() {
        claims.claim(new ClaimKey(ClaimKind.PARTNER_EMAIL, "ops@acme.example"), "partner:other");

        fixture.givenNoPriorActivity()
                .when(PartnerFixtures.registerPartner())
                .expectException(refusal(ErrorCode.EMAIL_TAKEN, "email"))
                .expectNoEvents();
    }

    @Test
    void registeringTwiceAnswersTheSameAndRecordsNothingMore() {
        // The repeated command leaves its aggregate empty, which the fixture takes for a hidden change.
        fixture.setReportIllegalStateChange(false);

        fixture.givenCommands(PartnerFixtures.registerPartner())
                .when(PartnerFixtures.registerPartner())
                .expectResultMessagePayload(PartnerFixtures.PARTNER_ID)
                .expectNoEvents();
    }

    @Test
    void twoPartnersWithDifferentNamesAndAddressesLiveSideBySide() {
        RegisterPartner other = new RegisterPartner(
                PartnerId.random(), new PartnerName("Acme Two"), new EmailAddress("two@acme.example"));
        claims.claim(new ClaimKey(ClaimKind.PARTNER_NAME, "Acme"), "partner:first");

        fixture.givenNoPriorActivity().when(other).expectSuccessfulHandlerExecution();
    }
}
