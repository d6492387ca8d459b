package io.keelson.upgrade.rollout;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceTag;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.rollout.MemberSelector;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.residency.Region;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An instance that could belong to a rollout.
 *
 * @param windowed whether it may be upgraded in some windows only
 */
public record RolloutCandidate(
        InstanceId instanceId,
        Set<InstanceTag> tags,
        Region region,
        @Nullable PartnerId partnerId,
        @Nullable TenantId tenantId,
        boolean windowed) {
    public RolloutCandidate {
        tags = Set.copyOf(tags);
    }

    boolean matches(MemberSelector selector) {
        return tags.containsAll(selector.tags())
                && (selector.region() == null || selector.region().equals(region))
                && (selector.partnerId() == null || selector.partnerId().equals(partnerId))
                && (selector.tenantId() == null || selector.tenantId().equals(tenantId));
    }
}
