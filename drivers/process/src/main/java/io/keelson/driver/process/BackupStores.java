package io.keelson.driver.process;

import io.keelson.driver.Sites;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepParameter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The stores of all sites, as one of the sites sees them.
 *
 * @param own that of the site itself
 * @param byRegion all of them
 */
record BackupStores(BackupStore own, Sites sites, Map<String, BackupStore> byRegion) {
    BackupStores {
        byRegion = Map.copyOf(byRegion);
    }

    /** Those of a site that knows no other. */
    static BackupStores only(BackupStore store) {
        return new BackupStores(store, Sites.ONE, Map.of());
    }

    /** Where the snapshot of a step rests: in the region that the operation names, else at this site. */
    BackupStore of(StepContext context) {
        String region = context.parameters().get(StepParameter.BACKUP_REGION);
        return region == null ? own : byRegion.getOrDefault(sites.of(region), own);
    }

    /** The whole snapshots of an instance, wherever they rest, newest first. */
    List<Stored> all(UUID instanceId) throws IOException {
        List<Stored> all = new ArrayList<>();
        for (BackupStore store : byRegion.isEmpty() ? List.of(own) : byRegion.values()) {
            store.all(instanceId).forEach(manifest -> all.add(new Stored(manifest, store)));
        }
        all.sort(Comparator.comparing((Stored stored) -> stored.manifest().createdAt())
                .reversed());
        return all;
    }

    /** A snapshot and where it rests. */
    record Stored(BackupManifest manifest, BackupStore store) {}
}
