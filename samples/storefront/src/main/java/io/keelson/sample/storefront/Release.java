package io.keelson.sample.storefront;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What sets one release apart from the others; all of it is read from the resources of its jar.
 *
 * @param migrations file names, in the order they are applied
 * @param takenBack migrations to take back, latest first, by the version that is gone back to
 * @param descriptions whether products have a description
 * @param healthy false in the release that shows a failing health check
 * @param listSql answers name, description and cents
 * @param addSql takes name, description and cents
 */
record Release(
        String version,
        List<String> migrations,
        Map<String, List<String>> takenBack,
        boolean descriptions,
        boolean healthy,
        String listSql,
        String addSql) {
    private static final String TAKEN_BACK = "reverse.";

    static Release ofThisJar() throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(resource("release.properties")));
        return new Release(
                property(properties, "version"),
                names(property(properties, "migrations")),
                takenBack(properties),
                Boolean.parseBoolean(property(properties, "descriptions")),
                Boolean.parseBoolean(property(properties, "healthy")),
                resource("list.sql"),
                resource("add.sql"));
    }

    /** What to take back, latest first. Refuses a version that this release cannot go back to. */
    List<String> takenBackFor(String target) {
        List<String> names = takenBack.get(target);
        if (names == null) {
            throw new IllegalArgumentException("Release %s cannot go back to %s.".formatted(version, target));
        }
        return names;
    }

    private static Map<String, List<String>> takenBack(Properties properties) {
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(TAKEN_BACK))
                .collect(Collectors.toMap(
                        name -> name.substring(TAKEN_BACK.length()), name -> names(property(properties, name))));
    }

    private static List<String> names(String list) {
        return List.of(list.split(",", -1));
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
