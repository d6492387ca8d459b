package io.keelson.query.instance;

import io.keelson.api.operation.StepError;
import io.keelson.query.row.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

@Converter
@Immutable
class ErrorColumn extends JsonColumn<StepError> {
    ErrorColumn() {
        super(StepError.class);
    }
}
