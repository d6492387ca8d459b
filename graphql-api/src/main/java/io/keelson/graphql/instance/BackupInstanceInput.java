package io.keelson.graphql.instance;

import io.keelson.api.tenant.residency.Region;
import io.keelson.graphql.input.InputField;
import org.jspecify.annotations.Nullable;

/** Which instance to back up, and where the snapshot is to rest. */
record BackupInstanceInput(String instanceId, @Nullable String region) {
    @Nullable
    Region toRegion() {
        return InputField.readOptional("region", region, Region::new);
    }
}
