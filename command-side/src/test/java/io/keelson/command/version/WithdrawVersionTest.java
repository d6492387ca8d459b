package io.keelson.command.version;

import static io.keelson.command.Refusal.refusal;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.version.command.WithdrawVersion;
import io.keelson.api.version.event.VersionWithdrawn;
import io.keelson.fixture.VersionFixtures;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class WithdrawVersionTest {
    private static final WithdrawVersion WITHDRAW = new WithdrawVersion(VersionFixtures.VERSION_ID);
    private static final VersionWithdrawn WITHDRAWN = new VersionWithdrawn(VersionFixtures.VERSION_ID);
    private static final Map<String, String> WITH_REASON = Map.of(RequestContext.REASON, "It loses orders");

    private final FixtureConfiguration<Version> fixture = new AggregateTestFixture<>(Version.class);

    @Test
    void aVersionIsWithdrawn() {
        fixture.given(VersionFixtures.versionReleased())
                .when(WITHDRAW, WITH_REASON)
                .expectEvents(WITHDRAWN);
    }

    @Test
    void withdrawingNeedsAReason() {
        fixture.given(VersionFixtures.versionReleased())
                .when(WITHDRAW)
                .expectException(refusal(ErrorCode.INVALID_INPUT, "reason"));
    }

    @Test
    void withdrawingTwiceRecordsNothingMore() {
        fixture.given(VersionFixtures.versionReleased(), WITHDRAWN)
                .when(WITHDRAW, WITH_REASON)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
