package io.keelson.query.version;

import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.version.ComponentName;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads all releases of a component for decisions about upgrades. */
@Component
public final class ReleaseReader {
    private final VersionRepository repository;

    ReleaseReader(VersionRepository repository) {
        this.repository = repository;
    }

    /** In no order; call it inside of a transaction. */
    public List<KnownRelease> of(ComponentName component) {
        return repository.findAll((row, _, build) -> build.equal(row.get("component"), component.value())).stream()
                .map(VersionEntity::toRelease)
                .toList();
    }
}
