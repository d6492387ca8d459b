package io.keelson.query.version;

import io.keelson.api.version.Artifacts;
import io.keelson.query.row.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

@Converter
@Immutable
class ArtifactsColumn extends JsonColumn<Artifacts> {
    ArtifactsColumn() {
        super(Artifacts.class);
    }
}
