package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes a snapshot: the database as of one moment, the files of the workload as they are while they are copied, and the
 * configuration. It appears whole or not at all.
 */
record BackupStep(InstanceRecords records, BackupStores stores, DatabaseServer server, Clock clock)
        implements LocalStep {
    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException, InterruptedException {
        BackupIds ids = BackupIds.of(context);
        BackupStore store = stores.of(context);
        if (store.find(ids.instanceId(), ids.backupId()).isEmpty()) {
            make(context, ids, store);
        }
        BackupManifest made = store.get(ids.instanceId(), ids.backupId());
        return new StepResult.Done(
                "Backup %s holds %d tables with %d rows and %d files, %d bytes in all."
                        .formatted(
                                ids.backupId(),
                                made.database().tables().size(),
                                made.database().rows(),
                                made.files().size(),
                                made.bytes()),
                outputs(made, ids, store));
    }

    private void make(StepContext context, BackupIds ids, BackupStore store) throws IOException, DriverException {
        InstanceSpec spec = context.instance();
        records.get(spec.instanceId());
        Instant begin = clock.instant();
        Path draft = store.newDraft(ids.instanceId(), ids.backupId());
        try {
            context.progress().report(5, "The database is read");
            DatabaseContent database = dump(spec.instanceId(), draft);
            context.progress().report(60, "The files are copied");
            List<FileContent> files =
                    FilesSnapshot.write(records.directory(spec.instanceId()).data(), draft.resolve(BackupFiles.FILES));
            long millis = Duration.between(begin, clock.instant()).toMillis();
            context.progress().report(90, "The manifest is written");
            store.finish(
                    ids.instanceId(),
                    ids.backupId(),
                    manifest(context, begin, millis, database, files, ids.backupId()));
        } catch (IOException | DriverException | RuntimeException failure) {
            store.delete(ids.instanceId(), ids.backupId());
            throw failure;
        }
    }

    private static BackupManifest manifest(
            StepContext context,
            Instant begin,
            long millis,
            DatabaseContent database,
            List<FileContent> files,
            UUID backupId) {
        InstanceSpec spec = context.instance();
        return new BackupManifest(
                BackupManifest.FORMAT,
                backupId.toString(),
                spec.instanceId().toString(),
                context.operationId(),
                spec.component(),
                spec.version(),
                spec.region(),
                begin.toString(),
                millis,
                database,
                files,
                configuration(spec));
    }

    private DatabaseContent dump(UUID instanceId, Path draft) throws IOException, DriverException {
        try {
            return new DatabaseDump(server).write(instanceId, draft);
        } catch (SQLException failure) {
            // A full disk on our side reaches us inside a failure of the database's driver.
            if (failure.getCause() instanceof IOException cause && FileFailure.meansDiskFull(cause)) {
                throw FileFailure.of(instanceId, cause);
            }
            throw DatabaseFailure.of(instanceId, server, failure);
        }
    }

    private static Map<String, Object> configuration(InstanceSpec spec) {
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("suites", spec.suites());
        configuration.put("capabilities", spec.capabilities());
        configuration.put("dataResidency", spec.dataResidency());
        configuration.put("tls", spec.tls());
        configuration.put("settings", spec.settings());
        return configuration;
    }

    private static Map<String, String> outputs(BackupManifest made, BackupIds ids, BackupStore store)
            throws IOException {
        return Map.of(
                "backupBytes", Long.toString(made.bytes()),
                "backupMillis", Long.toString(made.millis()),
                "backupRows", Long.toString(made.database().rows()),
                "backupFiles", Integer.toString(made.files().size()),
                "backupChecksum", store.checksum(ids.instanceId(), ids.backupId()),
                "backupLocation",
                        store.directory(ids.instanceId(), ids.backupId()).toString());
    }

    @Override
    public StepResult remove(StepContext context) throws IOException, DriverException {
        BackupIds ids = BackupIds.of(context);
        stores.of(context).delete(ids.instanceId(), ids.backupId());
        return StepResult.done("Backup %s is gone.".formatted(ids.backupId()));
    }
}
