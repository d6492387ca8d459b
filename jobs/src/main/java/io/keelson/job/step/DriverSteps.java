package io.keelson.job.step;

import io.keelson.api.operation.StepName;
import io.keelson.driver.DriverStep;
import io.keelson.driver.InstanceDriver;

/** Which step of a driver stands behind a step of an operation. */
final class DriverSteps {
    private static final DriverStep NOBODY_TO_NOTIFY = DriverStep.notApplicable(
            "No notification channel is configured; subscribers of instanceChanged were told.");

    private DriverSteps() {}

    static DriverStep of(InstanceDriver driver, StepName step) {
        return switch (step) {
            case VALIDATE -> driver.reservation();
            case COMPUTE -> driver.compute();
            case DATABASE -> driver.database();
            case NETWORK -> driver.network();
            case STORAGE -> driver.storage();
            case DEPLOY -> driver.deployment();
            case MIGRATE -> driver.migration();
            case ENVIRONMENT -> driver.environment();
            case CERTIFICATE -> driver.certificate();
            case SUITES -> driver.suites();
            case CAPABILITIES -> driver.capabilities();
            case RESIDENCY -> driver.residency();
            case MONITORING -> driver.monitoring();
            case START -> driver.workload();
            case HEALTH_CHECK -> driver.healthCheck();
            case SMOKE_TEST -> driver.smokeTest();
            case ACTIVATE -> driver.activation();
            case NOTIFY -> NOBODY_TO_NOTIFY;
            case STOP -> new StopStep(driver);
            case CAPACITY -> driver.capacity();
            case BACKUP -> driver.backup();
            case EXPIRE_BACKUPS -> driver.backupExpiry();
            case VERIFY_BACKUP -> driver.backupCheck();
            case RESTORE -> driver.restoration();
            case DISCARD -> driver.disposal();
            case MAINTENANCE -> driver.maintenance();
            case OTHER_PLACE -> new OtherPlaceStep(driver);
            case PRE_CHECK -> driver.releaseCheck();
            case SAVE_DATA -> driver.dataSafekeeping();
            case SAVE_RELEASE -> driver.releaseSafekeeping();
            case REVERSE_MIGRATE -> driver.reverseMigration();
            case CHECK_DATA -> driver.dataCheck();
            case WATCH -> driver.watch();
            case LEAVE_MAINTENANCE -> new EndOfMaintenance(driver.maintenance());
        };
    }
}
