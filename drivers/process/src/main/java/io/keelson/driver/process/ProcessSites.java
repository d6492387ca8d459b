package io.keelson.driver.process;

import io.keelson.driver.InstanceDriver;
import io.keelson.driver.SitedDriver;
import io.keelson.driver.Sites;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sites of the process driver: each is a directory tree, a port range and a PostgreSQL server. They share the machine,
 * and each reads the snapshots that rest at the others.
 */
public final class ProcessSites {
    private ProcessSites() {}

    /**
     * One driver for all sites.
     *
     * @param home region of the site that also gets the instances of every region without one
     * @param sites the sites by their regions, that of {@code home} among them
     * @throws IllegalArgumentException when two sites would get into each other's way
     */
    public static InstanceDriver driver(String home, Map<String, ProcessDriverSettings> sites, Clock clock) {
        requireApart(sites.values());
        Sites known = new Sites(home, sites.keySet());
        JsonMapper mapper = JsonMapper.builder().build();
        Map<String, BackupStore> stores = new HashMap<>();
        sites.forEach((region, settings) -> stores.put(region, new BackupStore(settings.backups(), mapper)));
        Map<String, InstanceDriver> drivers = new HashMap<>();
        sites.forEach((region, settings) -> drivers.put(
                region,
                new ProcessInstanceDriver(
                        settings,
                        clock,
                        new BackupStores(new BackupStore(settings.backups(), mapper), known, stores))));
        return new SitedDriver(home, drivers);
    }

    private static void requireApart(Collection<ProcessDriverSettings> sites) {
        List<ProcessDriverSettings> all = List.copyOf(sites);
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                requireApart(all.get(i), all.get(j));
            }
        }
    }

    private static void requireApart(ProcessDriverSettings one, ProcessDriverSettings other) {
        require(one.root().startsWith(other.root()) || other.root().startsWith(one.root()), "directory", one.root());
        require(
                one.backups().startsWith(other.backups()) || other.backups().startsWith(one.backups()),
                "directory of backups",
                one.backups());
        require(
                one.ports().first() <= other.ports().last()
                        && other.ports().first() <= one.ports().last(),
                "port",
                one.ports());
        require(one.database().toString().equals(other.database().toString()), "PostgreSQL server", one.database());
        require(String.valueOf(one.site()).equals(String.valueOf(other.site())), "mark", String.valueOf(one.site()));
    }

    private static void require(boolean shared, String what, Object which) {
        if (shared) {
            throw new IllegalArgumentException(
                    "Two sites of the process driver share a %s (%s); each needs one of its own."
                            .formatted(what, which));
        }
    }
}
