package io.keelson.command.version;

import static io.keelson.command.Refusal.refusal;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.version.Artifacts;
import io.keelson.api.version.command.ReleaseVersion;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.fixture.VersionFixtures;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ReleaseVersionTest {
    private final InMemoryClaims claims = new InMemoryClaims();
    private final FixtureConfiguration<Version> fixture = new AggregateTestFixture<>(Version.class)
            .registerInjectableResource(claims)
            .registerInjectableResource(StableRule.ONE_PERSON);

    @Test
    void aVersionIsReleased() {
        fixture.givenNoPriorActivity()
                .when(VersionFixtures.releaseVersion())
                .expectResultMessagePayload(VersionFixtures.VERSION_ID)
                .expectEvents(VersionFixtures.versionReleased());
    }

    @Test
    void aNumberOfTheComponentIsUsedOnce() {
        claims.claim(new ClaimKey(ClaimKind.VERSION_NUMBER, "storefront/1.0.0"), "version:other");

        fixture.givenNoPriorActivity()
                .when(VersionFixtures.releaseVersion())
                .expectException(refusal(ErrorCode.VERSION_NUMBER_TAKEN, "number"))
                .expectNoEvents();
    }

    @Test
    void aSchemaThatIsNoJsonSchemaIsRefused() {
        fixture.givenNoPriorActivity()
                .when(releaseWithSchema("{\"type\": \"nonsense\"}"))
                .expectException(refusal(ErrorCode.INVALID_INPUT, "artifacts.configurationSchema"))
                .expectNoEvents();
    }

    @Test
    void aSchemaIsKeptAsItWasGiven() {
        fixture.givenNoPriorActivity()
                .when(releaseWithSchema("{\"type\": \"object\"}"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void releasingTwiceRecordsNothingMore() {
        // The repeated command leaves its aggregate empty, which the fixture takes for a hidden change.
        fixture.setReportIllegalStateChange(false);

        fixture.givenCommands(VersionFixtures.releaseVersion())
                .when(VersionFixtures.releaseVersion())
                .expectResultMessagePayload(VersionFixtures.VERSION_ID)
                .expectNoEvents();
    }

    private static ReleaseVersion releaseWithSchema(String schema) {
        ReleaseVersion command = VersionFixtures.releaseVersion();
        return new ReleaseVersion(
                command.versionId(),
                command.component(),
                command.type(),
                command.number(),
                command.status(),
                command.changelog(),
                command.breaking(),
                command.securityPatch(),
                command.dependencies(),
                new Artifacts(VersionFixtures.PROCESS, schema));
    }
}
