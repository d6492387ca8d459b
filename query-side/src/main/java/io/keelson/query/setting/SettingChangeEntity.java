package io.keelson.query.setting;

import io.keelson.api.setting.event.PlatformSettingChanged;
import io.keelson.api.setting.query.SettingChangeView;
import io.keelson.query.row.JsonColumn;
import io.keelson.query.row.ProjectedRow;
import io.keelson.query.row.Stamp;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** One change of a setting; never changed itself. */
@Entity
@Table(schema = "read_model", name = "setting_change")
class SettingChangeEntity extends ProjectedRow {
    @Column(updatable = false)
    private UUID settingId;

    @Convert(converter = ValueColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    @Column(updatable = false)
    private @Nullable Map<String, Object> before;

    @Convert(converter = ValueColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    @Column(updatable = false)
    private Map<String, Object> value;

    @Column(updatable = false)
    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init")
    protected SettingChangeEntity() {}

    SettingChangeEntity(PlatformSettingChanged event, Stamp stamp, @Nullable String reason) {
        super(stamp);
        settingId = event.settingId().value();
        before = event.before();
        value = event.value();
        this.reason = reason;
    }

    SettingChangeView toView() {
        return new SettingChangeView(id(), before, value, createdBy(), reason, createdAt());
    }
}
