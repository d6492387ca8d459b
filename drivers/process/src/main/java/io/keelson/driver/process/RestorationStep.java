package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Puts the content of a snapshot in the place of what is there. The content is brought in and read back beside what is
 * there first; only when all of it is right do the two change places. The workload must not run.
 */
record RestorationStep(
        InstanceRecords records,
        BackupStores stores,
        DatabaseServer server,
        DatabaseAdministration administration,
        Restoration restoration)
        implements LocalStep {
    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException {
        UUID instanceId = context.instance().instanceId();
        BackupIds ids = BackupIds.of(context);
        BackupManifest manifest = stores.of(context).get(ids.instanceId(), ids.backupId());
        records.get(instanceId);
        try {
            if (!restoration.isDone(instanceId, context.operationId())) {
                restore(context, ids, manifest);
            }
        } catch (SQLException failure) {
            throw DatabaseFailure.of(instanceId, server, failure);
        }
        return StepResult.done("Backup %s of %s is in place: %d rows and %d files."
                .formatted(
                        ids.backupId(),
                        manifest.createdAt(),
                        manifest.database().rows(),
                        manifest.files().size()));
    }

    private void restore(StepContext context, BackupIds ids, BackupManifest manifest)
            throws IOException, SQLException, DriverException {
        UUID instanceId = context.instance().instanceId();
        Path snapshot = stores.of(context).directory(ids.instanceId(), ids.backupId());
        boolean begun = restoration.belongsTo(instanceId, context.operationId());
        restoration.begin(instanceId, context.operationId());
        context.progress().report(5, "The restoration is marked");
        if (!begun || !administration.isSwapped(instanceId)) {
            administration.makeIncoming(instanceId, context.operationId());
            context.progress().report(10, "An empty database is there");
            new DatabaseLoad(server)
                    .fill(instanceId, InstanceDatabase.incoming(instanceId), manifest.database(), snapshot);
            context.progress().report(50, "The rows are in");
            Path incoming = records.directory(instanceId).dataIncoming();
            FileTree.delete(incoming);
            FilesSnapshot.read(manifest.files(), snapshot.resolve(BackupFiles.FILES), incoming);
            context.progress().report(80, "The files are in");
        }
        restoration.swap(instanceId);
        context.progress().report(95, "The content is in its place");
    }

    @Override
    public StepResult remove(StepContext context) throws IOException, DriverException {
        UUID instanceId = context.instance().instanceId();
        if (!restoration.belongsTo(instanceId, context.operationId())) {
            return StepResult.done("Nothing was put aside.");
        }
        try {
            restoration.swapBack(instanceId);
        } catch (SQLException failure) {
            throw DatabaseFailure.ofRemoval(instanceId, server, failure);
        }
        return StepResult.done("What was there before is there again.");
    }
}
