package io.keelson.command.instance;

import static io.keelson.command.Refusal.refusal;
import static io.keelson.command.instance.UpgradeCase.BY_ALICE;
import static io.keelson.command.instance.UpgradeCase.ID;
import static io.keelson.command.instance.UpgradeCase.OPERATION;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.instance.command.RollBackInstance;
import io.keelson.api.operation.OperationKind;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.UpgradeFixtures;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RollBackInstanceTest {
    private static final RollBackInstance ROLL_BACK = new RollBackInstance(ID, OPERATION);

    private final UpgradeCase upgrades = new UpgradeCase();

    @Test
    void theLastUpgradeIsTakenBackWithItsBackup() {
        upgrades.active(InstanceFixtures.backedUp(), UpgradeFixtures.instanceUpgraded())
                .when(ROLL_BACK, BY_ALICE)
                .expectResultMessagePayload(OPERATION)
                .expectEvents(UpgradeCase.begun(
                        OperationKind.ROLLBACK,
                        InstanceFixtures.blueprint(),
                        Map.of(
                                "backupId",
                                InstanceFixtures.BACKUP_ID.value().toString(),
                                "backupChecksum",
                                "0".repeat(64),
                                "targetVersion",
                                "1.0.0",
                                "watchSeconds",
                                "3")));
    }

    @Test
    void thereIsNoWayBackWithoutAnUpgradeOrItsBackup() {
        upgrades.active()
                .when(ROLL_BACK, BY_ALICE)
                .expectException(refusal(ErrorCode.ROLLBACK_NOT_POSSIBLE, "instanceId"));
        upgrades.active(UpgradeFixtures.instanceUpgraded())
                .when(ROLL_BACK, BY_ALICE)
                .expectException(refusal(ErrorCode.ROLLBACK_NOT_POSSIBLE, "instanceId"));
        upgrades.active(
                        InstanceFixtures.backedUp(),
                        UpgradeFixtures.instanceUpgraded(),
                        UpgradeFixtures.instanceRolledBack())
                .when(ROLL_BACK, BY_ALICE)
                .expectException(refusal(ErrorCode.ROLLBACK_NOT_POSSIBLE, "instanceId"));
    }

    @Test
    void nobodyGoesBackBehindARequiredRelease() {
        upgrades.directory.require(UpgradeFixtures.NEWER_ID);

        upgrades.active(InstanceFixtures.backedUp(), UpgradeFixtures.instanceUpgraded())
                .when(ROLL_BACK, BY_ALICE)
                .expectException(refusal(ErrorCode.ROLLBACK_NOT_POSSIBLE, "instanceId"))
                .expectNoEvents();
    }

    @Test
    void aReasonIsNeeded() {
        upgrades.active(InstanceFixtures.backedUp(), UpgradeFixtures.instanceUpgraded())
                .when(ROLL_BACK)
                .expectException(refusal(ErrorCode.INVALID_INPUT, "reason"));
    }

    @Test
    void aMoveEndsTheWayBack() {
        upgrades.active(InstanceFixtures.backedUp(), UpgradeFixtures.instanceUpgraded(), InstanceFixtures.migrated())
                .when(ROLL_BACK, BY_ALICE)
                .expectException(refusal(ErrorCode.ROLLBACK_NOT_POSSIBLE, "instanceId"))
                .expectNoEvents();
    }

    @Test
    void whatIsInMaintenanceStaysInIt() {
        upgrades.active(
                        InstanceFixtures.backedUp(),
                        InstanceFixtures.maintenanceSwitched(true),
                        UpgradeFixtures.instanceUpgraded())
                .when(ROLL_BACK, BY_ALICE)
                .expectEvents(UpgradeCase.begun(
                        OperationKind.ROLLBACK,
                        InstanceFixtures.blueprint(),
                        Map.of(
                                "backupId",
                                InstanceFixtures.BACKUP_ID.value().toString(),
                                "backupChecksum",
                                "0".repeat(64),
                                "staysInMaintenance",
                                "true",
                                "targetVersion",
                                "1.0.0",
                                "watchSeconds",
                                "3")));
    }
}
