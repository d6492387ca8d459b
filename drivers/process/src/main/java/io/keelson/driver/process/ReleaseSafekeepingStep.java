package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Puts the files of the release that ran aside, so that they come back as they were, without asking anybody for them. */
record ReleaseSafekeepingStep(InstanceRecords records, Restoration restoration) implements LocalStep {
    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException {
        UUID instanceId = context.instance().instanceId();
        if (!restoration.belongsTo(instanceId, context.operationId())) {
            throw new DriverException(
                    FailureCode.SYSTEM_ERROR,
                    "The data of instance %s was not put aside before its files.".formatted(instanceId));
        }
        InstanceDirectory directory = records.directory(instanceId);
        if (!exists(directory.releaseAside())) {
            PrivateFiles.makeDirectory(directory.release());
            move(directory.release(), directory.releaseAside());
        }
        return StepResult.done("The files of the release that ran are put aside.");
    }

    @Override
    public StepResult remove(StepContext context) throws IOException {
        UUID instanceId = context.instance().instanceId();
        InstanceDirectory directory = records.directory(instanceId);
        boolean own = restoration.belongsTo(instanceId, context.operationId());
        if (!own || !exists(directory.releaseAside())) {
            return StepResult.done("No files were put aside.");
        }
        FileTree.delete(directory.release());
        move(directory.releaseAside(), directory.release());
        return StepResult.done("The files of the release that ran are in their place again.");
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
