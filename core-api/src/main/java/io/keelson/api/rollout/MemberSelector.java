package io.keelson.api.rollout;

import io.keelson.api.instance.InstanceTag;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.residency.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which instances belong to a group: those for which everything holds that is said.
 *
 * @param tags all of which an instance has
 * @param region or null for any
 * @param partnerId or null for anybody's
 * @param tenantId or null for anybody's
 * @param share how many of those that match, rounded up, or null for all; earlier groups do not make it smaller
 */
public record MemberSelector(
        List<InstanceTag> tags,
        @Nullable Region region,
        @Nullable PartnerId partnerId,
        @Nullable TenantId tenantId,
        @Nullable Share share) {
    /** Whoever is left. */
    public static final MemberSelector ALL = new MemberSelector(List.of(), null, null, null, null);

    public MemberSelector {
        tags = InstanceTag.distinct(tags);
    }
}
