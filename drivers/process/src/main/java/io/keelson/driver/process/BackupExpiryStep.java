package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepParameter;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Deletes the oldest snapshots of an instance, beyond the number that is kept, and says again which ones when it is run again. */
record BackupExpiryStep(InstanceRecords records, BackupStores stores, JsonMapper mapper) implements LocalStep {
    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException {
        UUID instanceId = context.instance().instanceId();
        int keep = Math.max(1, Integer.parseInt(context.required(StepParameter.KEEP_BACKUPS)));
        List<BackupStores.Stored> old =
                stores.all(instanceId).stream().skip(keep).toList();
        ExpiredBackups expired = noted(instanceId, context.operationId())
                .and(old.stream().map(stored -> stored.manifest().backupId()).toList());
        if (!old.isEmpty()) {
            PrivateFiles.write(note(instanceId), mapper.writeValueAsBytes(expired));
        }
        context.progress().report(50, "What expires is noted");
        for (BackupStores.Stored stored : old) {
            stored.store().delete(instanceId, UUID.fromString(stored.manifest().backupId()));
        }
        return new StepResult.Done(
                "%d backups expired; the newest %d are kept."
                        .formatted(expired.backupIds().size(), keep),
                Map.of("expiredBackups", String.join(",", expired.backupIds())));
    }

    private ExpiredBackups noted(UUID instanceId, String operationId) throws IOException {
        return PrivateFiles.read(note(instanceId))
                .map(json -> mapper.readValue(json, ExpiredBackups.class))
                .filter(note -> note.operationId().equals(operationId))
                .orElseGet(() -> new ExpiredBackups(operationId, List.of()));
    }

    private Path note(UUID instanceId) {
        return records.directory(instanceId).expiredBackups();
    }
}
