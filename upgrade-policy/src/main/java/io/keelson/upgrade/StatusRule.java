package io.keelson.upgrade;

import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.version.VersionStatus;
import java.util.Map;

/** Only what is offered to somebody is taken; what is required on the way also when it is deprecated. */
record StatusRule() implements Rule {
    @Override
    public RuleVerdict judge(Case asked) {
        VersionStatus status = asked.target().status();
        Map<String, String> data = Map.of("status", status.name());
        String message = "%s is %s.".formatted(asked.target().number(), status);
        boolean required = asked.target().standing().required() && status.passable();
        return status.provisionable() || required
                ? Rule.passes(UpgradeRule.STATUS, message, data)
                : Rule.blocks(UpgradeRule.STATUS, message, data);
    }
}
