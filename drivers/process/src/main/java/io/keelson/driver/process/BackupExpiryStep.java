package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepParameter;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Deletes the oldest snapshots of an instance, beyond the number that is kept. */
record BackupExpiryStep(BackupStores stores) implements LocalStep {
    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException {
        UUID instanceId = context.instance().instanceId();
        int keep = Math.max(1, Integer.parseInt(context.required(StepParameter.KEEP_BACKUPS)));
        List<String> expired = new ArrayList<>();
        for (BackupStores.Stored old :
                stores.all(instanceId).stream().skip(keep).toList()) {
            old.store().delete(instanceId, UUID.fromString(old.manifest().backupId()));
            expired.add(old.manifest().backupId());
        }
        return new StepResult.Done(
                "%d backups expired; the newest %d are kept.".formatted(expired.size(), keep),
                Map.of("expiredBackups", String.join(",", expired)));
    }
}
