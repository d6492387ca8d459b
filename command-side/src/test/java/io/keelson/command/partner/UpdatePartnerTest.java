package io.keelson.command.partner;

import static io.keelson.command.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.partner.EmailAddress;
import io.keelson.api.partner.PartnerName;
import io.keelson.api.partner.command.UpdatePartner;
import io.keelson.api.partner.event.PartnerUpdated;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.fixture.PartnerFixtures;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpdatePartnerTest {
    private static final PartnerName NEW_NAME = new PartnerName("Acme Works");
    private static final EmailAddress NEW_EMAIL = new EmailAddress("ops@acme-works.example");

    private final InMemoryClaims claims = new InMemoryClaims();
    private final FixtureConfiguration<Partner> fixture =
            new AggregateTestFixture<>(Partner.class).registerInjectableResource(claims);

    @BeforeEach
    void claimWhatThePartnerHas() {
        claims.claim(name("Acme"), PartnerFixtures.PARTNER_ID.toString());
        claims.claim(email("ops@acme.example"), PartnerFixtures.PARTNER_ID.toString());
    }

    @Test
    void nameAndAddressChangeTogether() {
        fixture.given(PartnerFixtures.partnerRegistered())
                .when(update(NEW_NAME, NEW_EMAIL))
                .expectEvents(PartnerFixtures.partnerUpdated());

        assertThat(claims.isFree(name("Acme"))).isTrue();
        assertThat(claims.isFree(email("ops@acme.example"))).isTrue();
        assertThat(claims.isFree(name("Acme Works"))).isFalse();
        assertThat(claims.isFree(email("ops@acme-works.example"))).isFalse();
    }

    @Test
    void whatIsLeftOutStays() {
        fixture.given(PartnerFixtures.partnerRegistered())
                .when(update(NEW_NAME, null))
                .expectEvents(new PartnerUpdated(PartnerFixtures.PARTNER_ID, NEW_NAME, PartnerFixtures.EMAIL));

        assertThat(claims.isFree(email("ops@acme.example"))).isFalse();
    }

    @Test
    void aNameInOtherLettersStaysClaimed() {
        PartnerName louder = new PartnerName("ACME");
        fixture.given(PartnerFixtures.partnerRegistered())
                .when(update(louder, null))
                .expectEvents(new PartnerUpdated(PartnerFixtures.PARTNER_ID, louder, PartnerFixtures.EMAIL));

        assertThat(claims.isFree(name("Acme"))).isFalse();
    }

    @Test
    void askingForWhatIsSoAlreadyChangesNothing() {
        fixture.given(PartnerFixtures.partnerRegistered())
                .when(update(PartnerFixtures.NAME, PartnerFixtures.EMAIL))
                .expectNoEvents();
        fixture.given(PartnerFixtures.partnerRegistered())
                .when(update(null, null))
                .expectNoEvents();
    }

    @Test
    void theNameOfAnotherPartnerIsTaken() {
        claims.claim(name("acme works"), "partner:other");
        fixture.given(PartnerFixtures.partnerRegistered())
                .when(update(NEW_NAME, null))
                .expectException(refusal(ErrorCode.NAME_TAKEN, "name"))
                .expectNoEvents();
    }

    @Test
    void theAddressOfAnotherPartnerIsTaken() {
        claims.claim(email("ops@acme-works.example"), "partner:other");
        fixture.given(PartnerFixtures.partnerRegistered())
                .when(update(null, NEW_EMAIL))
                .expectException(refusal(ErrorCode.EMAIL_TAKEN, "email"))
                .expectNoEvents();
    }

    @Test
    void aDeletedPartnerIsNotChanged() {
        fixture.given(PartnerFixtures.partnerRegistered(), PartnerFixtures.partnerDeleted())
                .when(update(NEW_NAME, null))
                .expectException(refusal(ErrorCode.WRONG_STATE, "partnerId"));
    }

    private static UpdatePartner update(PartnerName name, EmailAddress email) {
        return new UpdatePartner(PartnerFixtures.PARTNER_ID, name, email);
    }

    private static ClaimKey name(String name) {
        return new ClaimKey(ClaimKind.PARTNER_NAME, name);
    }

    private static ClaimKey email(String email) {
        return new ClaimKey(ClaimKind.PARTNER_EMAIL, email);
    }
}
