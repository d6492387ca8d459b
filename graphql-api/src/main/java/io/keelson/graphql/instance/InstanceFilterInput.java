package io.keelson.graphql.instance;

import io.keelson.api.instance.InstanceHealth;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.InstanceTag;
import io.keelson.api.instance.InstanceType;
import io.keelson.api.instance.query.InstanceFilter;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.residency.Region;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.graphql.input.InputField;
import org.jspecify.annotations.Nullable;

/** Conditions on instances. */
record InstanceFilterInput(
        @Nullable InstanceStatus status,
        @Nullable InstanceType type,
        @Nullable String component,
        @Nullable String version,
        @Nullable String partnerId,
        @Nullable String tenantId,
        @Nullable String region,
        @Nullable InstanceHealth health,
        @Nullable String nameContains,
        @Nullable String tag) {

    InstanceFilter toFilter() {
        return new InstanceFilter(
                status,
                type,
                InputField.readOptional("filter.component", component, ComponentName::new),
                InputField.readOptional("filter.version", version, SemanticVersion::new),
                InputField.readOptional("filter.partnerId", partnerId, PartnerId::parse),
                InputField.readOptional("filter.tenantId", tenantId, TenantId::parse),
                InputField.readOptional("filter.region", region, Region::new),
                health,
                InputField.search("filter.nameContains", nameContains),
                InputField.readOptional("filter.tag", tag, InstanceTag::new));
    }
}
