package io.keelson.query.tenant;

import io.keelson.api.tenant.TenantProfile;
import io.keelson.query.row.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

@Converter
@Immutable
class ProfileColumn extends JsonColumn<TenantProfile> {
    ProfileColumn() {
        super(TenantProfile.class);
    }
}
