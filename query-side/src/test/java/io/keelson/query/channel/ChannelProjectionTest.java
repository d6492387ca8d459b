package io.keelson.query.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.channel.ChannelEntry;
import io.keelson.api.channel.event.VersionPromoted;
import io.keelson.api.channel.query.ChannelView;
import io.keelson.api.channel.query.GetChannels;
import io.keelson.fixture.UpgradeFixtures;
import io.keelson.fixture.VersionFixtures;
import io.keelson.query.ReadModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelProjectionTest {
    private final ReadModel model = ReadModel.empty();

    @Test
    void theEntriesKeepTheirPlaces() {
        VersionPromoted second = new VersionPromoted(
                UpgradeFixtures.CHANNEL_ID,
                VersionFixtures.COMPONENT,
                UpgradeFixtures.CHANNEL,
                UpgradeFixtures.NEWER_ID,
                UpgradeFixtures.NEWER,
                2);
        model.tell(UpgradeFixtures.promoted(), second, UpgradeFixtures.demoted());

        assertThat(entries())
                .containsExactly(
                        new ChannelEntry(VersionFixtures.VERSION_ID, VersionFixtures.NUMBER, 1, false),
                        new ChannelEntry(UpgradeFixtures.NEWER_ID, UpgradeFixtures.NEWER, 2, true));
        model.tell(UpgradeFixtures.promoted());
        assertThat(entries()).allMatch(ChannelEntry::offered);
    }

    private List<ChannelEntry> entries() {
        return model.askList(new GetChannels(List.of(UpgradeFixtures.CHANNEL_ID)), ChannelView.class)
                .getFirst()
                .entries();
    }
}
