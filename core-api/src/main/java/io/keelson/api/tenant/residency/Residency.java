package io.keelson.api.tenant.residency;

import io.keelson.api.error.RejectedException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Where the data of a tenant may rest and its instances may run.
 *
 * @param allowedRegions 1 to 100, without repetition; for {@link ResidencyMode#HYBRID} the first is the primary one
 */
public record Residency(ResidencyMode mode, List<Region> allowedRegions) {
    private static final int MAXIMUM = 100;
    private static final String FIELD = "residency.allowedRegions";

    public Residency {
        allowedRegions = allowedRegions.stream().distinct().toList();
        if (allowedRegions.isEmpty() || allowedRegions.size() > MAXIMUM) {
            throw RejectedException.invalid(FIELD, FIELD + " must have 1 to 100 entries.");
        }
        if (mode == ResidencyMode.SINGLE_COUNTRY && !ofOneCountry(allowedRegions)) {
            throw RejectedException.invalid(
                    FIELD,
                    "Mode SINGLE_COUNTRY allows regions of one country only, and %s are of several."
                            .formatted(allowedRegions));
        }
    }

    /**
     * Whether an instance may run in {@code region} and keep its data in {@code dataResidency}. No regions for the data
     * mean that it may rest anywhere, which no mode permits.
     */
    public boolean permits(Region region, Collection<Region> dataResidency) {
        return permitsRunning(region) && permitsResting(region, dataResidency);
    }

    /** Whether an instance may run there. */
    public boolean permitsRunning(Region region) {
        return switch (mode) {
            case SINGLE_COUNTRY, REGIONAL, FULLY_SOVEREIGN -> allowedRegions.contains(region);
            case HYBRID -> allowedRegions.getFirst().equals(region);
        };
    }

    /** Whether the data of an instance that runs in {@code region} may rest there. */
    public boolean permitsResting(Region region, Collection<Region> dataResidency) {
        Set<Region> resting = Set.copyOf(dataResidency);
        return switch (mode) {
            case SINGLE_COUNTRY, REGIONAL, HYBRID -> !resting.isEmpty() && allowedRegions.containsAll(resting);
            case FULLY_SOVEREIGN -> resting.equals(Set.of(region));
        };
    }

    /** Whether data may be carried from one place to another, as a migration and a backup elsewhere do. */
    public boolean permits(RegionTransfer transfer) {
        return mode == ResidencyMode.FULLY_SOVEREIGN
                ? transfer.staysInRegion()
                : allowedRegions.contains(transfer.to());
    }

    /** Whether instances must run on the customer's own infrastructure. */
    public boolean requiresSelfHosting() {
        return mode == ResidencyMode.FULLY_SOVEREIGN;
    }

    private static boolean ofOneCountry(List<Region> regions) {
        return regions.stream().map(Region::country).distinct().count() == 1;
    }
}
