package io.keelson.query.setting;

import io.keelson.api.query.Direction;
import io.keelson.api.setting.SettingId;
import io.keelson.api.setting.query.FindSettingChanges;
import io.keelson.api.setting.query.GetPlatformSettings;
import io.keelson.api.setting.query.PlatformSettingView;
import io.keelson.api.setting.query.SettingChangePage;
import io.keelson.api.setting.query.SettingChangeView;
import io.keelson.query.read.Filter;
import io.keelson.query.read.Ordering;
import io.keelson.query.read.RowReader;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

@Component
class SettingQueries {
    private final RowReader<SettingEntity, PlatformSettingView> settings;
    private final RowReader<SettingChangeEntity, SettingChangeView> changes;

    SettingQueries(
            SettingRepository settings, SettingChangeRepository changes, PlatformTransactionManager transactions) {
        this.settings = new RowReader<>(settings, transactions, SettingEntity::toView);
        this.changes = new RowReader<>(changes, transactions, SettingChangeEntity::toView);
    }

    @QueryHandler
    List<PlatformSettingView> handle(GetPlatformSettings query) {
        return settings.byIds(query.ids().stream().map(SettingId::value));
    }

    @QueryHandler
    SettingChangePage handle(FindSettingChanges query) {
        Filter<SettingChangeEntity> filter = new Filter<SettingChangeEntity>()
                .equal("settingId", query.settingId().value());
        return changes.page(filter, Ordering.byCreation(Direction.DESC), query.page(), SettingChangePage::new);
    }
}
