package io.keelson.driver.process;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody has set for a database, or for a role in it, by {@code ALTER .. SET}. A copy of a database comes without. */
record DatabaseSettings(DatabaseSession session) {
    private static final String SETTINGS = """
        SELECT r.rolname, split_part(c, '=', 1), substr(c, strpos(c, '=') + 1)
        FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase LEFT JOIN pg_roles r ON r.oid = s.setrole,
          unnest(s.setconfig) c
        WHERE d.datname = ? AND (s.setrole = 0 OR r.rolname IS NOT NULL)\
        """;

    /** Lists of names that the catalogue keeps quoted, so that they cannot be given as one text. */
    private static final Set<String> LISTS =
            Set.of("local_preload_libraries", "search_path", "session_preload_libraries", "temp_tablespaces");

    private record Setting(@Nullable String role, String name, String value) {}

    /** Sets for {@code to} what is set for {@code from}; twice is the same. */
    void carry(String from, String to) throws SQLException {
        for (Setting setting : of(from)) {
            String database = session.identifier(to);
            String target = setting.role == null
                    ? "DATABASE " + database
                    : "ROLE %s IN DATABASE %s".formatted(session.identifier(setting.role), database);
            session.execute("ALTER %s SET %s %s".formatted(target, session.identifier(setting.name), given(setting)));
        }
    }

    private String given(Setting setting) throws SQLException {
        if (!LISTS.contains(setting.name.toLowerCase(Locale.ROOT))) {
            return "TO " + session.literal(setting.value);
        }
        session.execute("SELECT set_config(%s, %s, false)"
                .formatted(session.literal(setting.name), session.literal(setting.value)));
        return "FROM CURRENT";
    }

    private List<Setting> of(String database) throws SQLException {
        List<Setting> settings = new ArrayList<>();
        try (PreparedStatement statement = session.connection().prepareStatement(SETTINGS)) {
            statement.setString(1, database);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    settings.add(new Setting(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return settings;
    }
}
