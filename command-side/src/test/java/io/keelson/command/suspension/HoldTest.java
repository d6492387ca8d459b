package io.keelson.command.suspension;

import io.keelson.api.suspension.HoldOutcome;
import io.keelson.api.suspension.command.PlaceHold;
import io.keelson.api.suspension.command.RecordHoldOutcome;
import io.keelson.api.suspension.command.ReleaseHold;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.SuspensionFixtures;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class HoldTest {
    private static final PlaceHold PLACE =
            new PlaceHold(SuspensionFixtures.HOLD_ID, SuspensionFixtures.SUSPENSION_ID, InstanceFixtures.INSTANCE_ID);
    private static final RecordHoldOutcome STOPPED = new RecordHoldOutcome(
            SuspensionFixtures.HOLD_ID,
            HoldOutcome.STOPPED,
            SuspensionFixtures.holdStopped().message());

    private final FixtureConfiguration<Hold> fixture =
            new AggregateTestFixture<>(Hold.class).registerInjectableResource(new InMemoryClaims());

    @Test
    void aHoldIsPlacedOnce() {
        fixture.givenNoPriorActivity().when(PLACE).expectEvents(SuspensionFixtures.holdPlaced());
        fixture.setReportIllegalStateChange(false);
        fixture.givenNoPriorActivity().when(PLACE).expectNoEvents();
    }

    @Test
    void anOutcomeIsRecordedWhenItIsNew() {
        fixture.given(SuspensionFixtures.holdPlaced()).when(STOPPED).expectEvents(SuspensionFixtures.holdStopped());
        fixture.given(SuspensionFixtures.holdPlaced(), SuspensionFixtures.holdStopped())
                .when(STOPPED)
                .expectNoEvents();
    }

    @Test
    void aHoldIsReleasedOnce() {
        ReleaseHold release = new ReleaseHold(SuspensionFixtures.HOLD_ID);
        fixture.given(SuspensionFixtures.holdPlaced()).when(release).expectEvents(SuspensionFixtures.holdReleased());
        fixture.given(SuspensionFixtures.holdPlaced(), SuspensionFixtures.holdReleased())
                .when(release)
                .expectNoEvents();
    }
}
