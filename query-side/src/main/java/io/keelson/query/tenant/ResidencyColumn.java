package io.keelson.query.tenant;

import io.keelson.api.tenant.residency.Residency;
import io.keelson.query.row.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

@Converter
@Immutable
class ResidencyColumn extends JsonColumn<Residency> {
    ResidencyColumn() {
        super(Residency.class);
    }
}
