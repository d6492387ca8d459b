package io.keelson.upgrade;

import io.keelson.api.channel.ChannelName;
import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeRule;
import java.util.Map;

/** The channel offers the release; who follows none is offered what is stable. */
record ChannelRule() implements Rule {
    @Override
    public RuleVerdict judge(Case asked) {
        if (asked.forced()) {
            return Rule.forced(UpgradeRule.CHANNEL, asked);
        }
        ChannelName channel = asked.settings().channel();
        String name = channel == null ? "stable releases" : "channel " + channel;
        Map<String, String> data = Map.of("channel", channel == null ? "" : channel.value());
        return asked.subject().offers(asked.target())
                ? Rule.passes(UpgradeRule.CHANNEL, "The instance follows %s.".formatted(name), data)
                : Rule.blocks(
                        UpgradeRule.CHANNEL,
                        "The instance follows %s, which %s is not among."
                                .formatted(name, asked.target().number()),
                        data);
    }
}
