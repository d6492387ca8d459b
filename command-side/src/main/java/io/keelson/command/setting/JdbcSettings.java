package io.keelson.command.setting;

import io.keelson.api.setting.KnownSetting;
import io.keelson.api.setting.SettingKey;
import io.keelson.api.setting.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Settings in PostgreSQL, remembered for a second. A change on this node is seen at once, for the feed forgets what it
 * changes; one on another node when the second is over.
 */
public final class JdbcSettings implements Settings {
    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FIND = "select value from command_side.platform_setting where key = ?";
    private static final String SET = """
            insert into command_side.platform_setting (key, value) values (?, ?)
            on conflict (key) do update set value = excluded.value""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<KnownSetting, Remembered> remembered = new ConcurrentHashMap<>();

    public JdbcSettings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Remembered(Map<String, Object> value, Instant until) {}

    @Override
    public Map<String, Object> value(KnownSetting setting) {
        Instant now = clock.instant();
        Remembered known = remembered.get(setting);
        if (known == null || !now.isBefore(known.until())) {
            known = new Remembered(read(setting), now.plus(REMEMBERED));
            remembered.put(setting, known);
        }
        return known.value();
    }

    void set(SettingKey key, Map<String, Object> value) {
        jdbc.sql(SET).params(key.value(), JSON.writeValueAsString(value)).update();
    }

    void forget() {
        remembered.clear();
    }

    private Map<String, Object> read(KnownSetting setting) {
        String text = jdbc.sql(FIND)
                .param(setting.key().value())
                .query(String.class)
                .optional()
                .orElse(setting.defaultValue());
        return Collections.unmodifiableMap(JSON.readValue(text, new TypeReference<Map<String, Object>>() {}));
    }
}
