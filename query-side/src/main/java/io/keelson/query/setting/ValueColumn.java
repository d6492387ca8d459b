package io.keelson.query.setting;

import io.keelson.query.row.JsonColumn;
import jakarta.persistence.Converter;
import java.util.Map;
import org.hibernate.annotations.Immutable;

@Converter
@Immutable
class ValueColumn extends JsonColumn<Map<String, Object>> {
    ValueColumn() {
        super(objectMap());
    }
}
