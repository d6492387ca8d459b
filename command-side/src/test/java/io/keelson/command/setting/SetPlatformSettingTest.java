package io.keelson.command.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.Rejection;
import io.keelson.api.setting.KnownSetting;
import io.keelson.api.setting.SettingKey;
import io.keelson.api.setting.command.SetPlatformSetting;
import io.keelson.command.CommandKit;
import io.keelson.command.Crowd;
import io.keelson.command.version.SettingsSchema;
import io.keelson.fixture.SettingFixtures;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each command in a transaction of its own, with the table that the values are read from. */
class SetPlatformSettingTest {
    private static final Map<String, String> WITH_REASON = Map.of(RequestContext.REASON, "Bigger machines");

    private final CommandKit kit = new CommandKit(Set.of(PlatformSetting.class), Set::of);

    @AfterEach
    void closeKit() {
        kit.close();
    }

    @ParameterizedTest
    @EnumSource
    void theDefaultOfEverySettingIsAcceptedByItsSchema(KnownSetting setting) {
        SettingsSchema.of(setting.schema()).requireAccepted(kit.settings().value(setting));
    }

    @Test
    void whatIsSetIsReadAtOnce() {
        assertThat(kit.settings().value(KnownSetting.PLANS)).isNotEqualTo(SettingFixtures.plans(750));

        kit.send(SettingFixtures.setPlans(750), WITH_REASON);
        assertThat(kit.settings().value(KnownSetting.PLANS)).isEqualTo(SettingFixtures.plans(750));

        kit.send(SettingFixtures.setPlans(900), WITH_REASON);
        assertThat(kit.settings().value(KnownSetting.PLANS)).isEqualTo(SettingFixtures.plans(900));
        assertThat(kit.eventsOf(SettingFixtures.KEY.id())).isEqualTo(2);
    }

    @Test
    void settingWhatIsSetAlreadyRecordsNothingMore() {
        kit.send(SettingFixtures.setPlans(750), WITH_REASON);
        kit.send(SettingFixtures.setPlans(750), WITH_REASON);

        assertThat(kit.eventsOf(SettingFixtures.KEY.id())).isEqualTo(1);
    }

    @Test
    void aCrowdThatSetsItForTheFirstTimeMakesOneSetting() throws Exception {
        new Crowd(8).perform(_ -> {
            kit.send(SettingFixtures.setPlans(750), WITH_REASON);
            return true;
        });

        assertThat(kit.eventsOf(SettingFixtures.KEY.id())).isEqualTo(1);
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertRefused(
                ErrorCode.SETTING_NOT_FOUND,
                "key",
                () -> kit.send(SetPlatformSetting.of(new SettingKey("colour"), Map.of()), WITH_REASON));
    }

    @Test
    void aValueThatTheSchemaDoesNotAcceptIsRefusedByItsPath() {
        assertRefused(
                ErrorCode.SETTING_NOT_ACCEPTED,
                "value.basic.cpuMillis",
                () -> kit.send(SettingFixtures.setPlans(1), WITH_REASON));
    }

    @Test
    void withoutAReasonNothingIsSet() {
        assertRefused(ErrorCode.INVALID_INPUT, "reason", () -> kit.send(SettingFixtures.setPlans(750)));
    }

    private static void assertRefused(ErrorCode code, String field, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(CommandExecutionException.class, e -> {
            Rejection rejection = e.<Rejection>getDetails().orElseThrow();
            assertThat(rejection.code()).isEqualTo(code);
            assertThat(rejection.field()).isEqualTo(field);
        });
    }
}
