package io.keelson.query.version;

import io.keelson.api.version.VersionStanding;
import io.keelson.query.row.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

@Converter
@Immutable
class StandingColumn extends JsonColumn<VersionStanding> {
    StandingColumn() {
        super(VersionStanding.class);
    }
}
