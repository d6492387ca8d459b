package io.keelson.query.instance;

import io.keelson.api.instance.InstanceConfiguration;
import io.keelson.query.row.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

@Converter
@Immutable
class ConfigurationColumn extends JsonColumn<InstanceConfiguration> {
    ConfigurationColumn() {
        super(InstanceConfiguration.class);
    }
}
