package io.keelson.sample.storefront;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * What sets one release apart from the others; all of it is read from the resources of its jar.
 *
 * @param migrations file names, in the order they are applied
 * @param descriptions whether products have a description
 * @param healthy false in the release that shows a failing health check
 * @param listSql answers name, description and cents
 * @param addSql takes name, description and cents
 */
record Release(
        String version, List<String> migrations, boolean descriptions, boolean healthy, String listSql, String addSql) {

    static Release ofThisJar() throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(resource("release.properties")));
        return new Release(
                property(properties, "version"),
                List.of(property(properties, "migrations").split(",", -1)),
                Boolean.parseBoolean(property(properties, "descriptions")),
                Boolean.parseBoolean(property(properties, "healthy")),
                resource("list.sql"),
                resource("add.sql"));
    }

    /** The text of a migration. */
    static String migration(String name) throws IOException {
        return resource("migrations/" + name);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Release.class.getResourceAsStream("/storefront/" + name)) {
            if (in == null) {
                throw new FileNotFoundException("This jar has no resource storefront/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String property(Properties properties, String name) {
        return Objects.requireNonNull(properties.getProperty(name), name);
    }
}
