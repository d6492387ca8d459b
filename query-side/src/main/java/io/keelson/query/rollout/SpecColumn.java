package io.keelson.query.rollout;

import io.keelson.api.rollout.RolloutSpec;
import io.keelson.query.row.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

@Converter
@Immutable
class SpecColumn extends JsonColumn<RolloutSpec> {
    SpecColumn() {
        super(RolloutSpec.class);
    }
}
