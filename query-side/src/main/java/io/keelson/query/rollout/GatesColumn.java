package io.keelson.query.rollout;

import io.keelson.query.row.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

@Converter
@Immutable
class GatesColumn extends JsonColumn<WaitingGates> {
    GatesColumn() {
        super(WaitingGates.class);
    }
}
