package io.keelson.query.setting;

import io.keelson.api.setting.SettingId;
import io.keelson.api.setting.SettingKey;
import io.keelson.api.setting.event.PlatformSettingChanged;
import io.keelson.api.setting.query.PlatformSettingView;
import io.keelson.query.row.JsonColumn;
import io.keelson.query.row.ProjectedRow;
import io.keelson.query.row.Stamp;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import org.hibernate.annotations.ColumnTransformer;

@Entity
@Table(schema = "read_model", name = "setting")
class SettingEntity extends ProjectedRow {
    @Column(updatable = false)
    private String key;

    @Convert(converter = ValueColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private Map<String, Object> value;

    @SuppressWarnings("NullAway.Init")
    protected SettingEntity() {}

    SettingEntity(PlatformSettingChanged event, Stamp stamp) {
        super(stamp);
        key = event.key().value();
        value = event.value();
    }

    void changed(PlatformSettingChanged event) {
        value = event.value();
    }

    PlatformSettingView toView() {
        return new PlatformSettingView(new SettingId(id()), new SettingKey(key), value, updatedAt());
    }
}
