package io.keelson.command.instance;

import static io.keelson.command.Refusal.refusal;
import static io.keelson.command.instance.UpgradeCase.ID;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.channel.ChannelName;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.command.InstanceCommand;
import io.keelson.api.instance.command.PinInstance;
import io.keelson.api.instance.command.SetChannel;
import io.keelson.api.instance.command.SetMaintenanceWindows;
import io.keelson.api.instance.command.SetUpdatePolicy;
import io.keelson.api.instance.event.InstanceEvent;
import io.keelson.api.upgrade.MaintenanceWindow;
import io.keelson.api.version.VersionRange;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.UpgradeFixtures;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpgradeWishesTest {
    private final UpgradeCase upgrades = new UpgradeCase();

    @Test
    void eachWishIsRecordedOnce() {
        recordedOnce(new SetUpdatePolicy(ID, UpdatePolicy.AUTO_UPDATE, null), UpgradeFixtures.policySet());
        recordedOnce(new PinInstance(ID, new VersionRange("1.0.0"), new VersionRange("1.x")), UpgradeFixtures.pinned());
        recordedOnce(
                new SetMaintenanceWindows(ID, List.of(UpgradeFixtures.WINDOW), List.of(UpgradeFixtures.EXCLUSION)),
                UpgradeFixtures.windowsSet());
        upgrades.directory.put(UpgradeFixtures.promoted());
        recordedOnce(new SetChannel(ID, UpgradeFixtures.CHANNEL), UpgradeFixtures.channelSet());
    }

    @Test
    void aChannelThatIsNotThereIsRefused() {
        upgrades.active()
                .when(new SetChannel(ID, new ChannelName("nowhere")))
                .expectException(refusal(ErrorCode.CHANNEL_NOT_FOUND, "channel"));
    }

    @Test
    void whatIsGoneWishesNothing() {
        upgrades.active(InstanceFixtures.terminationRequested())
                .when(new PinInstance(ID, null, null))
                .expectException(refusal(ErrorCode.WRONG_STATE, "instanceId"));
    }

    @Test
    void aWindowMustMakeSense() {
        assertThatThrownBy(() -> new MaintenanceWindow(
                        "x", Set.of(), null, LocalTime.NOON, Duration.ofHours(1), "Middle/Earth", Set.of()))
                .hasMessageContaining("zone");
        assertThatThrownBy(() -> new MaintenanceWindow(
                        "x", Set.of(), null, LocalTime.NOON, Duration.ofMinutes(5), "UTC", Set.of()))
                .hasMessageContaining("duration");
        assertThatThrownBy(() ->
                        new MaintenanceWindow("x", Set.of(), 1, LocalTime.NOON, Duration.ofHours(1), "UTC", Set.of()))
                .hasMessageContaining("weekOfMonth");
    }

    private void recordedOnce(InstanceCommand command, InstanceEvent event) {
        upgrades.active().when(command).expectEvents(event);
        upgrades.active(event).when(command).expectNoEvents();
    }
}
