package io.keelson.upgrade;

import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.version.VersionRange;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a range that was wished says about the target. */
final class RangeVerdict {
    private RangeVerdict() {}

    static RuleVerdict of(UpgradeRule rule, Case asked, @Nullable VersionRange range, String words) {
        if (range == null) {
            return Rule.passes(rule, "Any version is accepted.", Map.of());
        }
        if (asked.forced()) {
            return Rule.forced(rule, asked);
        }
        Map<String, String> data = Map.of("range", range.value());
        return range.includes(asked.target().number())
                ? Rule.passes(rule, "The instance %s %s.".formatted(words, range), data)
                : Rule.blocks(
                        rule,
                        "The instance %s %s, which does not include %s."
                                .formatted(words, range, asked.target().number()),
                        data);
    }
}
