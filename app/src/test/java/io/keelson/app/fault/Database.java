package io.keelson.app.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The embedded server of a home, read behind Keelson's back. */
record Database(String url, String password) {
    static Database in(Path home) throws IOException {
        String port = Files.readString(home.resolve("postgres/port")).strip();
        String password = Files.readString(home.resolve("postgres/password")).strip();
        return new Database("jdbc:postgresql://127.0.0.1:%s/keelson".formatted(port), password);
    }

    /** The first column of every row. */
    List<String> strings(String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, "keelson", password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
