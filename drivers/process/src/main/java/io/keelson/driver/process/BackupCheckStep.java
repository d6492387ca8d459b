package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepParameter;
import io.keelson.driver.StepResult;
import java.io.IOException;

/** Reads the whole snapshot before anything is touched: whose it is, and whether every digest still holds. */
record BackupCheckStep(BackupStores stores) implements LocalStep {
    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException {
        BackupIds ids = BackupIds.of(context);
        BackupStore store = stores.of(context);
        BackupManifest manifest = store.get(ids.instanceId(), ids.backupId());
        String known = context.parameters().get(StepParameter.BACKUP_CHECKSUM);
        if (known != null && !known.equals(store.checksum(ids.instanceId(), ids.backupId()))) {
            throw BackupStore.unusable(ids.backupId(), "its manifest has changed since it was made");
        }
        if (!manifest.component().equals(context.instance().component())) {
            throw BackupStore.unusable(
                    ids.backupId(),
                    "it is one of component %s, not of %s"
                            .formatted(manifest.component(), context.instance().component()));
        }
        BackupFiles.requireWhole(manifest, store.directory(ids.instanceId(), ids.backupId()));
        return StepResult.done("Backup %s of %s is whole: %d tables and %d files."
                .formatted(
                        ids.backupId(),
                        manifest.createdAt(),
                        manifest.database().tables().size(),
                        manifest.files().size()));
    }
}
