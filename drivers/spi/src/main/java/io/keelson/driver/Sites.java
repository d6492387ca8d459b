package io.keelson.driver;

import java.util.Set;

/**
 * Where a driver can run instances: each site has a region and shares nothing with the others.
 *
 * @param home region of the site that also runs the instances of every region without a site
 * @param regions of all sites, that of {@code home} among them
 */
public record Sites(String home, Set<String> regions) {
    /** One site, which runs the instances of every region. */
    public static final Sites ONE = new Sites("local", Set.of("local"));

    public Sites {
        regions = Set.copyOf(regions);
    }

    /** Region of the site that runs the instances of this region. */
    public String of(String region) {
        return regions.contains(region) ? region : home;
    }
}
