package io.keelson.saga.suspension;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.owner.OwnerId;
import io.keelson.api.partner.event.PartnerResumed;
import io.keelson.api.partner.event.PartnerSuspended;
import io.keelson.api.suspension.HoldId;
import io.keelson.api.suspension.SuspensionId;
import io.keelson.api.suspension.command.LiftSuspension;
import io.keelson.api.suspension.command.ListInstances;
import io.keelson.api.suspension.command.PlaceHold;
import io.keelson.api.suspension.command.ReleaseHold;
import io.keelson.api.suspension.command.ReleaseInstances;
import io.keelson.api.suspension.command.StartSuspension;
import io.keelson.api.suspension.event.InstancesListed;
import io.keelson.api.suspension.event.InstancesReleased;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.SuspensionFixtures;
import io.keelson.fixture.TenantFixtures;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.utils.RecordingCommandBus;
import org.junit.jupiter.api.Test;

class SuspensionCascadeTest {
    private static final SuspensionId ID = SuspensionFixtures.SUSPENSION_ID;

    private final RecordingCommandBus commands = new RecordingCommandBus();
    private final CommandGateway gateway =
            DefaultCommandGateway.builder().commandBus(commands).build();
    private final SuspensionCascade cascade = new SuspensionCascade();

    @Test
    void aSuspendedPartnerStartsASuspension() {
        cascade.react(PartnerFixtures.partnerSuspended(), gateway);
        assertThat(sent()).containsExactly(new StartSuspension(ID, SuspensionFixtures.OWNER));
    }

    @Test
    void aSuspendedTenantStartsASuspension() {
        cascade.react(TenantFixtures.tenantSuspended(), gateway);
        assertThat(sent()).containsExactly(new StartSuspension(ID, OwnerId.of(TenantFixtures.TENANT_ID)));
    }

    @Test
    void aSuspensionFromBeforeInstancesWereStoppedStopsNothing() {
        cascade.react(new PartnerSuspended(PartnerFixtures.PARTNER_ID, null), gateway);
        cascade.react(new PartnerResumed(PartnerFixtures.PARTNER_ID, null), gateway);
        assertThat(sent()).isEmpty();
    }

    @Test
    void aStartedSuspensionListsItsInstances() {
        cascade.react(SuspensionFixtures.started(), gateway);
        assertThat(sent()).containsExactly(new ListInstances(ID, null));
    }

    @Test
    void everyListedInstanceIsHeldAndTheNextOnesAreListed() {
        InstanceId last = InstanceId.random();
        List<InstanceId> part = List.of(InstanceFixtures.INSTANCE_ID, last);
        cascade.react(new InstancesListed(ID, part, false), gateway);
        assertThat(sent())
                .containsExactly(
                        new PlaceHold(SuspensionFixtures.HOLD_ID, ID, InstanceFixtures.INSTANCE_ID),
                        new PlaceHold(HoldId.of(ID, last), ID, last),
                        new ListInstances(ID, last));
    }

    @Test
    void theLastInstancesAreFollowedByNoMore() {
        cascade.react(SuspensionFixtures.listed(), gateway);
        assertThat(sent()).containsExactly(new PlaceHold(SuspensionFixtures.HOLD_ID, ID, InstanceFixtures.INSTANCE_ID));
    }

    @Test
    void aResumedOwnerLiftsTheSuspensionAndReleasesItsInstances() {
        cascade.react(PartnerFixtures.partnerResumed(), gateway);
        cascade.react(TenantFixtures.tenantResumed(), gateway);
        cascade.react(SuspensionFixtures.lifted(), gateway);
        cascade.react(new InstancesReleased(ID, List.of(InstanceFixtures.INSTANCE_ID), 20, false), gateway);
        assertThat(sent())
                .containsExactly(
                        new LiftSuspension(ID),
                        new LiftSuspension(ID),
                        new ReleaseInstances(ID, 0),
                        new ReleaseHold(SuspensionFixtures.HOLD_ID),
                        new ReleaseInstances(ID, 20));
    }

    private List<Object> sent() {
        return commands.getDispatchedCommands().stream()
                .<Object>map(CommandMessage::getPayload)
                .toList();
    }
}
