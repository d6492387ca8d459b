package io.keelson.graphql.rollout;

import io.keelson.api.instance.InstanceTag;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.rollout.MemberSelector;
import io.keelson.api.rollout.RolloutGate;
import io.keelson.api.rollout.RolloutGroup;
import io.keelson.api.rollout.Share;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.residency.Region;
import io.keelson.graphql.input.InputField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a stage, as a caller describes it; what is null limits nothing. */
record RolloutGroupInput(
        String name,
        @Nullable List<String> tags,
        @Nullable String region,
        @Nullable String partnerId,
        @Nullable String tenantId,
        @Nullable String share,
        @Nullable String concurrency,
        @Nullable String failureBudget,
        @Nullable RolloutGateInput gate) {
    /** The group of a stage that names none. */
    static final RolloutGroup EVERYBODY = new RolloutGroup("all", MemberSelector.ALL, null, null, RolloutGate.OPEN);

    RolloutGroup toGroup() {
        MemberSelector selector = new MemberSelector(
                tags == null ? List.of() : tags.stream().map(InstanceTag::new).toList(),
                InputField.readOptional("region", region, Region::new),
                InputField.readOptional("partnerId", partnerId, PartnerId::parse),
                InputField.readOptional("tenantId", tenantId, TenantId::parse),
                InputField.readOptional("share", share, Share::parse));
        return new RolloutGroup(
                name,
                selector,
                InputField.readOptional("concurrency", concurrency, Share::parse),
                InputField.readOptional("failureBudget", failureBudget, Share::parse),
                RolloutGateInput.gate(gate));
    }
}
