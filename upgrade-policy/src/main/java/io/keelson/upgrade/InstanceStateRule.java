package io.keelson.upgrade;

import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeRule;
import java.util.Map;

/** Only an active instance that nothing else changes is upgraded. */
record InstanceStateRule() implements Rule {
    @Override
    public RuleVerdict judge(Case asked) {
        UpgradeSubject subject = asked.subject();
        Map<String, String> data = Map.of("status", subject.status().name(), "busy", Boolean.toString(subject.busy()));
        return switch (subject.status()) {
            case ACTIVE ->
                subject.busy()
                        ? Rule.waits(UpgradeRule.INSTANCE_STATE, "Another operation changes the instance.", data)
                        : Rule.passes(UpgradeRule.INSTANCE_STATE, "The instance is active.", data);
            case PROVISIONING ->
                Rule.waits(UpgradeRule.INSTANCE_STATE, "The instance is still being provisioned.", data);
            case SUSPENDED ->
                Rule.waits(UpgradeRule.INSTANCE_STATE, "The instance is suspended; resume it first.", data);
            case TERMINATING, TERMINATED, FAILED ->
                Rule.blocks(UpgradeRule.INSTANCE_STATE, "The instance is %s.".formatted(subject.status()), data);
        };
    }
}
