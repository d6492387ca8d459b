package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.setting.KnownSetting;
import io.keelson.api.setting.command.SetPlatformSetting;
import io.keelson.fixture.SettingFixtures;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlatformSettingTest {
    private static final String SET = """
        mutation($key: String!, $value: JSON!) {
          setPlatformSetting(input: { key: $key, value: $value, reason: "Bigger machines" }) {
            setting { key value history { edges { node { before value actorId reason changedAt } } } }
          }
        }""";

    private final TestApi api = new TestApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void everyKnownSettingIsThereWithItsDefault() {
        TestApi.Reply reply = api.ask(
                        "{ platformSettings { key value defaultValue description reader schema updatedAt } }")
                .withoutErrors();

        assertThat(reply.<Integer>at("$.data.platformSettings.length()")).isEqualTo(KnownSetting.values().length);
        assertThat(reply.<Integer>at("$.data.platformSettings[0].value.basic.cpuMillis"))
                .isEqualTo(500);
        assertThat(reply.<Object>at("$.data.platformSettings[0].updatedAt")).isNull();
    }

    @Test
    void whatIsSetIsAnsweredWithItsHistory() {
        TestApi.Reply reply = api.ask(SET, Map.of("key", "plans", "value", SettingFixtures.plans(750)))
                .withoutErrors();

        assertThat(reply.<Integer>at("$.data.setPlatformSetting.setting.value.basic.cpuMillis"))
                .isEqualTo(750);
        assertThat(reply.<String>at("$.data.setPlatformSetting.setting.history.edges[0].node.actorId"))
                .isEqualTo("local-operator");
        assertThat(api.platform.sent(SetPlatformSetting.class).value()).isEqualTo(SettingFixtures.plans(750));
    }

    @Test
    void anUnknownKeyIsNotFoundWhenSetAndNullWhenRead() {
        TestApi.Reply set = api.ask(SET, Map.of("key", "colour", "value", Map.of()));
        TestApi.Reply read =
                api.ask("{ platformSetting(key: \"colour\") { key } }").withoutErrors();

        assertThat(set.<String>at("$.errors[0].extensions.code")).isEqualTo("NOT_FOUND");
        assertThat(set.<String>at("$.errors[0].extensions.details.field")).isEqualTo("key");
        assertThat(read.<Object>at("$.data.platformSetting")).isNull();
    }

    @Test
    void aValueThatIsNoObjectIsRefused() {
        TestApi.Reply reply = api.ask(SET, Map.of("key", "plans", "value", 7));

        assertThat(reply.<String>at("$.errors[0].extensions.code")).isEqualTo("VALIDATION_ERROR");
        assertThat(reply.<String>at("$.errors[0].extensions.details.field")).isEqualTo("value");
    }

    @Test
    void aHostileKeyIsRefused() {
        TestApi.Reply reply = api.ask("{ platformSetting(key: \"../etc\") { key } }");

        assertThat(reply.<String>at("$.errors[0].extensions.details.field")).isEqualTo("key");
    }
}
