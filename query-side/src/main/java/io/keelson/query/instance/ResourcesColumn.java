package io.keelson.query.instance;

import io.keelson.api.instance.Resources;
import io.keelson.query.row.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

@Converter
@Immutable
class ResourcesColumn extends JsonColumn<Resources> {
    ResourcesColumn() {
        super(Resources.class);
    }
}
