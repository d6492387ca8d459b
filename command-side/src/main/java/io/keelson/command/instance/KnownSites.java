package io.keelson.command.instance;

import io.keelson.api.error.RejectedException;
import io.keelson.api.tenant.residency.Region;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sites of a driver; each has a region.
 *
 * @param home region of the site that also runs the instances of every region without a site
 * @param regions of all sites, that of {@code home} among them
 */
public record KnownSites(Region home, Set<Region> regions) {
    private static final String FIELD = "region";

    public KnownSites {
        regions = Set.copyOf(regions);
    }

    /** Refuses with INVALID_INPUT, field {@code region}, a region without a site. */
    void require(Region wanted) {
        if (!regions.contains(wanted)) {
            throw RejectedException.invalid(
                    FIELD,
                    "There is no site in region %s; there are sites in %s."
                            .formatted(
                                    wanted,
                                    new TreeSet<>(
                                            regions.stream().map(Region::value).toList())));
        }
    }

    /** Refuses with INVALID_INPUT, field {@code region}, a region without a site, or of the site that serves {@code now}. */
    void requireOther(Region now, Region wanted) {
        require(wanted);
        if (siteOf(now).equals(wanted)) {
            throw RejectedException.invalid(
                    FIELD,
                    "The site of region %s is where the instance is already (its region is %s); nothing would move."
                            .formatted(wanted, now));
        }
    }

    private Region siteOf(Region region) {
        return regions.contains(region) ? region : home;
    }
}
