package io.keelson.query.version;

import io.keelson.query.row.JsonColumn;
import jakarta.persistence.Converter;
import java.util.Map;
import org.hibernate.annotations.Immutable;

@Converter
@Immutable
class DependenciesColumn extends JsonColumn<Map<String, String>> {
    DependenciesColumn() {
        super(textMap());
    }
}
