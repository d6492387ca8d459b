package io.keelson.query.instance;

import io.keelson.api.upgrade.UpgradeStanding;
import io.keelson.query.row.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

@Converter
@Immutable
class UpgradesColumn extends JsonColumn<UpgradeStanding> {
    UpgradesColumn() {
        super(UpgradeStanding.class);
    }
}
