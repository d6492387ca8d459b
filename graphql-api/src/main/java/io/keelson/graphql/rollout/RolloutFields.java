package io.keelson.graphql.rollout;

import io.keelson.api.instance.InstanceTag;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.rollout.RolloutGroup;
import io.keelson.api.rollout.RolloutStage;
import io.keelson.api.rollout.Share;
import io.keelson.api.rollout.query.RolloutView;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.residency.Region;
import io.keelson.api.upgrade.UpgradeRule;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Fields about rollouts that are named otherwise in their views. */
@Controller
final class RolloutFields {
    @SchemaMapping(typeName = "Rollout")
    String component(RolloutView rollout) {
        return rollout.spec().component().value();
    }

    @SchemaMapping(typeName = "Rollout")
    String version(RolloutView rollout) {
        return rollout.spec().version().value();
    }

    @SchemaMapping(typeName = "Rollout")
    String stage(RolloutView rollout) {
        return rollout.spec().stages().get(rollout.stage()).name();
    }

    @SchemaMapping(typeName = "Rollout")
    List<RolloutStage> stages(RolloutView rollout) {
        return rollout.spec().stages();
    }

    @SchemaMapping(typeName = "Rollout")
    Duration patience(RolloutView rollout) {
        return rollout.spec().patience();
    }

    @SchemaMapping(typeName = "Rollout")
    Set<UpgradeRule> overrides(RolloutView rollout) {
        return rollout.spec().overrides();
    }

    @SchemaMapping(typeName = "Rollout")
    RolloutCounts counts(RolloutView rollout) {
        return RolloutCounts.of(rollout.outcomes());
    }

    @SchemaMapping(typeName = "Rollout")
    List<NamedPlace> waitingGates(RolloutView rollout) {
        return rollout.waitingGates().stream()
                .map(place -> NamedPlace.of(rollout.spec(), place))
                .toList();
    }

    @SchemaMapping(typeName = "RolloutGroup")
    List<String> tags(RolloutGroup group) {
        return group.selector().tags().stream().map(InstanceTag::value).toList();
    }

    @SchemaMapping(typeName = "RolloutGroup")
    @Nullable
    Region region(RolloutGroup group) {
        return group.selector().region();
    }

    @SchemaMapping(typeName = "RolloutGroup")
    @Nullable
    PartnerId partnerId(RolloutGroup group) {
        return group.selector().partnerId();
    }

    @SchemaMapping(typeName = "RolloutGroup")
    @Nullable
    TenantId tenantId(RolloutGroup group) {
        return group.selector().tenantId();
    }

    @SchemaMapping(typeName = "RolloutGroup")
    @Nullable
    Share share(RolloutGroup group) {
        return group.selector().share();
    }
}
