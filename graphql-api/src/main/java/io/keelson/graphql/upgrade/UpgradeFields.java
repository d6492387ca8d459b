package io.keelson.graphql.upgrade;

import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeProposal;
import io.keelson.api.upgrade.UpgradeRecord;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.upgrade.UpgradeSettings;
import io.keelson.api.upgrade.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Fields about upgrades that are named otherwise in their views. */
@Controller
final class UpgradeFields {
    @SchemaMapping(typeName = "Instance")
    UpgradeSettings upgradeSettings(InstanceView instance) {
        return instance.upgrades().settings();
    }

    @SchemaMapping(typeName = "Instance")
    @Nullable
    UpgradeProposal upgradeProposal(InstanceView instance) {
        return instance.upgrades().proposal();
    }

    @SchemaMapping(typeName = "Instance")
    @Nullable
    UpgradeRecord latestUpgrade(InstanceView instance) {
        return instance.upgrades().latest();
    }

    @SchemaMapping(typeName = "UpgradeSettings")
    @Nullable
    String channel(UpgradeSettings settings) {
        return settings.channel() == null ? null : settings.channel().value();
    }

    @SchemaMapping(typeName = "UpgradeSettings")
    @Nullable
    String pin(UpgradeSettings settings) {
        return settings.pin() == null ? null : settings.pin().value();
    }

    @SchemaMapping(typeName = "UpgradeSettings")
    @Nullable
    String line(UpgradeSettings settings) {
        return settings.line() == null ? null : settings.line().value();
    }

    @SchemaMapping(typeName = "UpgradeDecision")
    List<UpgradeRule> waitsFor(UpgradeDecision decision) {
        return decision.saying(Verdict.WAITS);
    }
}
