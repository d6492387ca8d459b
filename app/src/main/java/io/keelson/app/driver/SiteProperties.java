package io.keelson.app.driver;

import io.keelson.app.home.HomeProperties;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A further site of the process driver.
 *
 * @param region which region it is, or null for the site's name
 * @param directory where its instances and backups are, or null for {@code sites/<name>} below the home of Keelson
 * @param firstPort lowest port that its instances get
 * @param lastPort highest port that its instances get
 * @param database where its instances get their databases
 */
record SiteProperties(
        @Nullable String region,
        @Nullable Path directory,
        int firstPort,
        int lastPort,
        SiteDatabaseProperties database) {
    String regionOf(String name) {
        return region == null ? name : region;
    }

    Path directoryOf(String name, HomeProperties home) {
        return directory == null ? home.resolve("sites").resolve(name) : directory;
    }
}
