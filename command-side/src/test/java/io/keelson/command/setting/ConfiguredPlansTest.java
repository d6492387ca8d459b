package io.keelson.command.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.Resources;
import io.keelson.api.setting.KnownSetting;
import io.keelson.api.setting.Settings;
import io.keelson.command.instance.BackupRetention;
import io.keelson.command.instance.PlanCatalogue;
import io.keelson.fixture.SettingFixtures;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class ConfiguredPlansTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void theDefaultsAreThoseOfTheFeaturesThatReadThem() {
        Settings defaults =
                setting -> JSON.readValue(setting.defaultValue(), new TypeReference<Map<String, Object>>() {});

        assertThat(new ConfiguredPlans(defaults).plans()).isEqualTo(PlanCatalogue.DEFAULT.plans());
        assertThat(new ConfiguredRetention(defaults).keep()).isEqualTo(BackupRetention.DEFAULT.keep());
    }

    @Test
    void whatIsSetCounts() {
        Settings settings = setting -> setting == KnownSetting.PLANS ? SettingFixtures.plans(750) : Map.of("keep", 3);

        assertThat(new ConfiguredPlans(settings).plans())
                .containsEntry("basic", new Resources(750, 512, 1024))
                .hasSize(3);
        assertThat(new ConfiguredRetention(settings).keep()).isEqualTo(3);
    }
}
