package io.keelson.graphql.tenant;

import io.keelson.api.tenant.residency.Region;
import io.keelson.api.tenant.residency.Residency;
import io.keelson.api.tenant.residency.ResidencyMode;
import io.keelson.graphql.input.InputField;
import java.util.List;

/** Where a tenant's data may rest, as a caller describes it. */
record ResidencyInput(ResidencyMode mode, List<String> allowedRegions) {
    Residency toResidency() {
        return new Residency(
                mode,
                allowedRegions.stream()
                        .map(region -> InputField.read("residency.allowedRegions", region, Region::new))
                        .toList());
    }
}
