package io.keelson.upgrade;

import io.keelson.api.instance.DriverName;
import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeRule;
import java.util.Map;

/** Every release on the way can run where the instance runs. */
record DriverRule() implements Rule {
    @Override
    public RuleVerdict judge(Case asked) {
        DriverName driver = asked.subject().driver();
        Map<String, String> data = Map.of("driver", driver.value());
        return asked.path().stream()
                .filter(release -> !release.drivers().contains(driver))
                .findFirst()
                .map(release -> Rule.blocks(
                        UpgradeRule.DRIVER,
                        "%s brings no artifacts for driver %s.".formatted(release.number(), driver),
                        data))
                .orElseGet(
                        () -> Rule.passes(UpgradeRule.DRIVER, "There are artifacts for %s.".formatted(driver), data));
    }
}
