package io.keelson.command.setting;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.setting.SettingId;
import io.keelson.api.setting.command.SetPlatformSetting;
import io.keelson.api.setting.event.PlatformSettingChanged;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** The value of one platform setting. */
@Aggregate(type = "setting")
class PlatformSetting {
    // Axon reads it.
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private SettingId settingId;

    private Map<String, Object> value;

    PlatformSetting() {}

    /** A setting that has had its default until now. */
    PlatformSetting(SetPlatformSetting command) {
        apply(new PlatformSettingChanged(command.settingId(), command.key(), null, command.value()));
    }

    void set(SetPlatformSetting command) {
        if (!value.equals(command.value())) {
            apply(new PlatformSettingChanged(command.settingId(), command.key(), value, command.value()));
        }
    }

    @EventSourcingHandler
    void evolve(PlatformSettingChanged event) {
        settingId = event.settingId();
        value = event.value();
    }
}
