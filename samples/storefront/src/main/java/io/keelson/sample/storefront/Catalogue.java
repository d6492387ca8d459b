package io.keelson.sample.storefront;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The products in the database, in the form this release stores them. */
final class Catalogue {
    private final Database database;
    private final Release release;

    Catalogue(Database database, Release release) {
        this.database = database;
        this.release = release;
    }

    /** The newest hundred products. */
    List<Product> list() throws SQLException {
        return database.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(release.listSql());
                    ResultSet rows = statement.executeQuery()) {
                List<Product> products = new ArrayList<>();
                while (rows.next()) {
                    products.add(
                            new Product(rows.getString("name"), rows.getString("description"), rows.getLong("cents")));
                }
                return products;
            }
        });
    }

    void add(Product product) throws SQLException {
        database.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(release.addSql())) {
                statement.setString(1, product.name());
                statement.setString(2, product.description());
                statement.setLong(3, product.cents());
                return statement.executeUpdate();
            }
        });
    }

    /** The text {@code greeting} of the settings; the JDK has no JSON parser, but the database has one. */
    String greeting(String settings) throws SQLException {
        return database.call(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT coalesce(?::jsonb ->> 'greeting', 'Welcome')")) {
                statement.setString(1, settings);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        });
    }
}
