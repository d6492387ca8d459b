package io.keelson.query.suspension;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.partner.query.GetPartners;
import io.keelson.api.partner.query.PartnerView;
import io.keelson.api.query.Page;
import io.keelson.api.suspension.HoldOutcome;
import io.keelson.api.suspension.SuspensionState;
import io.keelson.api.suspension.query.FindHolds;
import io.keelson.api.suspension.query.GetSuspensions;
import io.keelson.api.suspension.query.HoldPage;
import io.keelson.api.suspension.query.HoldView;
import io.keelson.api.suspension.query.SuspensionView;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.SuspensionFixtures;
import io.keelson.query.Events;
import io.keelson.query.ReadModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuspensionProjectionTest {
    private final ReadModel model = ReadModel.empty();

    @Test
    void aSuspensionIsInForceUntilItIsLifted() {
        model.tell(PartnerFixtures.partnerRegistered(), PartnerFixtures.partnerSuspended());
        model.tell(SuspensionFixtures.started());
        assertThat(partner().suspensionId()).isEqualTo(SuspensionFixtures.SUSPENSION_ID);
        assertThat(suspension().state()).isEqualTo(SuspensionState.IN_FORCE);
        assertThat(suspension().owner()).isEqualTo(SuspensionFixtures.OWNER);
        assertThat(suspension().complete()).isFalse();

        model.tell(SuspensionFixtures.listed(), SuspensionFixtures.lifted(), SuspensionFixtures.released());
        model.tell(PartnerFixtures.partnerResumed());
        assertThat(suspension().complete()).isTrue();
        assertThat(suspension().state()).isEqualTo(SuspensionState.LIFTED);
        assertThat(suspension().liftedAt()).isEqualTo(Events.AT.plusSeconds(2));
        assertThat(partner().suspensionId()).isNull();
    }

    @Test
    void whatAHoldHasComeToIsFoundByItsOutcome() {
        model.tell(SuspensionFixtures.holdPlaced());
        assertThat(holds(null)).extracting(HoldView::outcome).containsExactly(HoldOutcome.WAITING);

        model.tell(SuspensionFixtures.holdStopped(), SuspensionFixtures.holdReleased());
        assertThat(holds(HoldOutcome.STOPPED)).singleElement().satisfies(hold -> {
            assertThat(hold.instanceId()).isEqualTo(InstanceFixtures.INSTANCE_ID);
            assertThat(hold.message()).isEqualTo("The suspension has stopped it.");
        });
        assertThat(holds(HoldOutcome.WAITING)).isEmpty();
    }

    private PartnerView partner() {
        return model.askList(new GetPartners(List.of(PartnerFixtures.PARTNER_ID)), PartnerView.class)
                .getFirst();
    }

    private SuspensionView suspension() {
        return model.askList(new GetSuspensions(List.of(SuspensionFixtures.SUSPENSION_ID)), SuspensionView.class)
                .getFirst();
    }

    private List<HoldView> holds(HoldOutcome outcome) {
        return model.ask(new FindHolds(SuspensionFixtures.SUSPENSION_ID, outcome, new Page(10, null)), HoldPage.class)
                .items();
    }
}
