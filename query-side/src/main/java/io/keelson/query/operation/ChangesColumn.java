package io.keelson.query.operation;

import io.keelson.query.row.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

@Converter
@Immutable
class ChangesColumn extends JsonColumn<Changes> {
    ChangesColumn() {
        super(Changes.class);
    }
}
