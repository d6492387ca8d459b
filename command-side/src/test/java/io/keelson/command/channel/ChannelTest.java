package io.keelson.command.channel;

import static io.keelson.command.Refusal.refusal;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.channel.command.DemoteVersion;
import io.keelson.api.channel.command.PromoteVersion;
import io.keelson.api.channel.event.VersionPromoted;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.version.VersionStatus;
import io.keelson.command.directory.InMemoryDirectory;
import io.keelson.fixture.UpgradeFixtures;
import io.keelson.fixture.VersionFixtures;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ChannelTest {
    private static final Map<String, String> WITH_REASON = Map.of(RequestContext.REASON, "It loses orders");
    private static final PromoteVersion PROMOTE =
            new PromoteVersion(VersionFixtures.COMPONENT, UpgradeFixtures.CHANNEL, VersionFixtures.NUMBER);
    private static final DemoteVersion DEMOTE = new DemoteVersion(UpgradeFixtures.CHANNEL_ID, VersionFixtures.NUMBER);

    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final FixtureConfiguration<Channel> fixture =
            new AggregateTestFixture<>(Channel.class).registerInjectableResource(directory);

    ChannelTest() {
        directory.put(VersionFixtures.versionReleased());
        directory.put(UpgradeFixtures.released());
    }

    @Test
    void theFirstReleaseOpensTheChannel() {
        fixture.givenNoPriorActivity().when(PROMOTE).expectEvents(UpgradeFixtures.promoted());
    }

    @Test
    void promotingTwiceRecordsNothingMore() {
        fixture.given(UpgradeFixtures.promoted()).when(PROMOTE).expectNoEvents();
    }

    @Test
    void aPlaceIsKeptForAReleaseThatWasDemotedAndNeverGivenToAnother() {
        fixture.given(UpgradeFixtures.promoted(), UpgradeFixtures.demoted())
                .when(new PromoteVersion(VersionFixtures.COMPONENT, UpgradeFixtures.CHANNEL, UpgradeFixtures.NEWER))
                .expectEvents(new VersionPromoted(
                        UpgradeFixtures.CHANNEL_ID,
                        VersionFixtures.COMPONENT,
                        UpgradeFixtures.CHANNEL,
                        UpgradeFixtures.NEWER_ID,
                        UpgradeFixtures.NEWER,
                        2));
        fixture.given(UpgradeFixtures.promoted(), UpgradeFixtures.demoted())
                .when(PROMOTE)
                .expectEvents(UpgradeFixtures.promoted());
    }

    @Test
    void demotingNeedsAReasonAndAReleaseThatWasThere() {
        fixture.given(UpgradeFixtures.promoted())
                .when(DEMOTE)
                .expectException(refusal(ErrorCode.INVALID_INPUT, "reason"));
        fixture.given(UpgradeFixtures.promoted()).when(DEMOTE, WITH_REASON).expectEvents(UpgradeFixtures.demoted());
        fixture.given(UpgradeFixtures.promoted())
                .when(new DemoteVersion(UpgradeFixtures.CHANNEL_ID, UpgradeFixtures.NEWER), WITH_REASON)
                .expectException(refusal(ErrorCode.VERSION_NOT_FOUND, "number"));
    }

    @Test
    void aReleaseThatNobodyMayStartOnIsNotOffered() {
        directory.put(UpgradeFixtures.released(), VersionStatus.WITHDRAWN);

        fixture.givenNoPriorActivity()
                .when(new PromoteVersion(VersionFixtures.COMPONENT, UpgradeFixtures.CHANNEL, UpgradeFixtures.NEWER))
                .expectException(refusal(ErrorCode.VERSION_NOT_PROVISIONABLE, "version"));
    }
}
