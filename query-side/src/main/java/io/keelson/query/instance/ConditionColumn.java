package io.keelson.query.instance;

import io.keelson.api.instance.InstanceCondition;
import io.keelson.query.row.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

@Converter
@Immutable
class ConditionColumn extends JsonColumn<InstanceCondition> {
    ConditionColumn() {
        super(InstanceCondition.class);
    }
}
