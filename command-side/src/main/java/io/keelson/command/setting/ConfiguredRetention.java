package io.keelson.command.setting;

import io.keelson.api.setting.KnownSetting;
import io.keelson.api.setting.Settings;
import io.keelson.command.instance.BackupRetention;

/** How many backups are kept, as the platform owner has set it. */
public record ConfiguredRetention(Settings settings) implements BackupRetention {
    @Override
    public int keep() {
        return settings.value(KnownSetting.BACKUPS).get("keep") instanceof Number keep
                ? keep.intValue()
                : BackupRetention.DEFAULT.keep();
    }
}
