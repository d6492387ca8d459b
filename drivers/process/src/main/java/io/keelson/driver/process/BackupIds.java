package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepParameter;
import java.util.UUID;

/** Which snapshot a step is about. */
record BackupIds(UUID instanceId, UUID backupId) {
    /** The snapshot that the operation names, of the instance itself unless the operation names another one. */
    static BackupIds of(StepContext context) throws DriverException {
        String source = context.parameters().get(StepParameter.BACKUP_OF);
        UUID instanceId = source == null ? context.instance().instanceId() : UUID.fromString(source);
        return new BackupIds(instanceId, UUID.fromString(context.required(StepParameter.BACKUP_ID)));
    }
}
