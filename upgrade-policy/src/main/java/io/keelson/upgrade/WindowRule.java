package io.keelson.upgrade;

import io.keelson.api.upgrade.OpenWindow;
import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeRule;
import java.time.Instant;
import java.util.Map;

/** It starts in a maintenance window that is open for its class of change, where windows were declared. */
record WindowRule() implements Rule {
    @Override
    public RuleVerdict judge(Case asked) {
        if (!Case.needsWindow(asked.settings(), asked.change())) {
            return Rule.passes(UpgradeRule.WINDOW, "It needs no window.", Map.of());
        }
        if (asked.forced()) {
            return Rule.forced(UpgradeRule.WINDOW, asked);
        }
        if (asked.question().overrides(UpgradeRule.WINDOW)) {
            return Rule.waits(UpgradeRule.WINDOW, "Its window was not waited for.", Map.of());
        }
        Instant start = asked.timing().startsAt();
        OpenWindow window = asked.timing().window();
        if (start == null || window == null) {
            return Rule.blocks(
                    UpgradeRule.WINDOW,
                    "No window opens for a %s change within %d days; declare one that does."
                            .formatted(asked.change(), Timing.HORIZON.toDays()),
                    Map.of("change", asked.change().name()));
        }
        Map<String, String> data = Map.of(
                "window", window.name(),
                "from", window.from().toString(),
                "until", window.until().toString());
        return start.equals(asked.at())
                ? Rule.passes(UpgradeRule.WINDOW, "Window \"%s\" is open.".formatted(window.name()), data)
                : Rule.waits(
                        UpgradeRule.WINDOW,
                        "It starts in window \"%s\", from %s on.".formatted(window.name(), start),
                        data);
    }
}
