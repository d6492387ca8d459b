package io.keelson.command.instance;

import static io.keelson.command.Refusal.refusal;
import static io.keelson.command.instance.UpgradeCase.BY_ALICE;
import static io.keelson.command.instance.UpgradeCase.BY_BOB;
import static io.keelson.command.instance.UpgradeCase.ID;
import static io.keelson.command.instance.UpgradeCase.OPERATION;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.backup.BackupFacts;
import io.keelson.api.backup.BackupId;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.instance.command.ApproveUpgrade;
import io.keelson.api.instance.command.CompleteInstanceOperation;
import io.keelson.api.instance.command.RejectUpgrade;
import io.keelson.api.instance.command.StartDueUpgrade;
import io.keelson.api.instance.command.UpgradeAnswer;
import io.keelson.api.instance.command.UpgradeInstance;
import io.keelson.api.instance.event.InstanceBackedUp;
import io.keelson.api.instance.event.InstanceUpgraded;
import io.keelson.api.instance.event.UpgradeProposed;
import io.keelson.api.instance.event.UpgradeRejected;
import io.keelson.api.operation.OperationId;
import io.keelson.api.upgrade.ChangeClass;
import io.keelson.api.upgrade.UpgradeProposal;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.event.VersionReleased;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.UpgradeFixtures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;

class UpgradeInstanceTest {
    private static final UpgradeInstance UPGRADE = upgrade();

    private final UpgradeCase upgrades = new UpgradeCase();

    @Test
    void anUpgradeThatNeedsApprovalWaitsAsAProposal() {
        upgrades.active()
                .when(UPGRADE, BY_ALICE)
                .expectResultMessagePayload(new UpgradeAnswer(OPERATION, false))
                .expectEvents(new UpgradeProposed(ID, InstanceFixtures.OPERATION_ID, proposal(Set.of())));
    }

    @Test
    void anUpgradeThatEveryRulePassesBeginsAtOnce() {
        upgrades.active(UpgradeFixtures.policySet())
                .when(UPGRADE, BY_ALICE)
                .expectResultMessagePayload(new UpgradeAnswer(OPERATION, true))
                .expectEvents(UpgradeCase.upgradeBegun());
    }

    @Test
    void whatMayBeSetAsideNeedsAReason() {
        upgrades.active()
                .when(upgrade(UpgradeRule.APPROVAL), Map.of(RequestContext.ACTOR_ID, "alice"))
                .expectException(refusal(ErrorCode.INVALID_INPUT, "reason"));
        upgrades.active().when(upgrade(UpgradeRule.APPROVAL), BY_ALICE).expectEvents(UpgradeCase.upgradeBegun());
    }

    @Test
    void aNewRequestTakesThePlaceOfTheOneThatWaits() {
        UpgradeProposal waiting = new UpgradeProposal(
                InstanceFixtures.TERMINATION_ID, UpgradeFixtures.NEWER, ChangeClass.MINOR, Set.of(), "keelson", null);
        upgrades.active(new UpgradeProposed(ID, InstanceFixtures.OPERATION_ID, waiting))
                .when(upgrade(UpgradeRule.APPROVAL), BY_ALICE)
                .expectEvents(
                        new UpgradeRejected(
                                ID, InstanceFixtures.OPERATION_ID, InstanceFixtures.TERMINATION_ID, "alice"),
                        UpgradeCase.upgradeBegun());
    }

    @Test
    void aClosedWindowIsWaitedFor() {
        upgrades.active(UpgradeFixtures.policySet(), UpgradeFixtures.windowsSet())
                .when(UPGRADE, BY_ALICE)
                .expectResultMessagePayload(new UpgradeAnswer(OPERATION, false));
    }

    @Test
    void aDowngradeAnUnknownVersionAndAPinAreRefused() {
        upgrades.active()
                .when(new UpgradeInstance(ID, OPERATION, new SemanticVersion("0.9.0"), Set.of()), BY_ALICE)
                .expectException(refusal(ErrorCode.UPGRADE_NOT_ELIGIBLE, "version"))
                .expectNoEvents();
        upgrades.active(UpgradeFixtures.pinned())
                .when(UPGRADE, BY_ALICE)
                .expectException(refusal(ErrorCode.UPGRADE_NOT_ELIGIBLE, "version"));
    }

    @Test
    void aRequiredReleaseIsNotSkipped() {
        upgrades.directory.require(UpgradeFixtures.NEWER_ID);
        upgrades.directory.put(newest());

        upgrades.active()
                .when(new UpgradeInstance(ID, OPERATION, new SemanticVersion("1.2.0"), Set.of()), BY_ALICE)
                .expectException(refusal(ErrorCode.UPGRADE_NOT_ELIGIBLE, "version"));
    }

    @Test
    void theAuthorDoesNotApproveHisOwnUpgrade() {
        upgrades.active(UpgradeFixtures.proposed())
                .when(new ApproveUpgrade(ID, OPERATION), BY_ALICE)
                .expectException(refusal(ErrorCode.CONFIRMATION_MISSING, "operationId"))
                .expectNoEvents();
    }

    @Test
    void anotherPersonApprovesAndTheUpgradeBegins() {
        upgrades.active(UpgradeFixtures.proposed())
                .when(new ApproveUpgrade(ID, OPERATION), BY_BOB)
                .expectResultMessagePayload(new UpgradeAnswer(OPERATION, true))
                .expectEvents(UpgradeFixtures.approved("bob"), UpgradeCase.upgradeBegun());
    }

    @Test
    void approvingTwiceRecordsNothingMore() {
        upgrades.active(UpgradeFixtures.proposed(), UpgradeFixtures.approved("bob"), UpgradeCase.upgradeBegun())
                .when(new ApproveUpgrade(ID, OPERATION), BY_BOB)
                .expectResultMessagePayload(new UpgradeAnswer(OPERATION, true))
                .expectNoEvents();
    }

    @Test
    void aTargetThatWasWithdrawnMeanwhileIsNotApproved() {
        upgrades.directory.put(UpgradeFixtures.released(), VersionStatus.WITHDRAWN);

        upgrades.active(UpgradeFixtures.proposed())
                .when(new ApproveUpgrade(ID, OPERATION), BY_BOB)
                .expectException(refusal(ErrorCode.UPGRADE_NOT_ELIGIBLE, "version"));
    }

    @Test
    void anApprovedUpgradeWhoseTargetIsWithdrawnBeforeItsWindowIsDroppedAndSaysWhy() {
        upgrades.directory.put(UpgradeFixtures.released(), VersionStatus.WITHDRAWN);

        upgrades.active(UpgradeFixtures.proposed(), UpgradeFixtures.approved("bob"))
                .when(new StartDueUpgrade(ID, OperationId.random()), Map.of(RequestContext.ACTOR_ID, "keelson"))
                .expectEventsMatching(
                        Matchers.exactSequenceOf(Matchers.matches((EventMessage<?> event) -> event.getPayload()
                                        .equals(new UpgradeRejected(
                                                ID, InstanceFixtures.OPERATION_ID, OPERATION, "keelson"))
                                && String.valueOf(event.getMetaData().get(RequestContext.REASON))
                                        .contains("1.1.0 is WITHDRAWN"))));
    }

    @Test
    void aReleaseThatBecameRequiredIsNotSkippedByWhatWasApprovedBefore() {
        upgrades.directory.put(newest());
        upgrades.directory.require(UpgradeFixtures.NEWER_ID);
        UpgradeProposal approved = new UpgradeProposal(
                OPERATION, new SemanticVersion("1.2.0"), ChangeClass.MINOR, Set.of(), "alice", "bob");

        upgrades.active(new UpgradeProposed(ID, InstanceFixtures.OPERATION_ID, approved))
                .when(new StartDueUpgrade(ID, OperationId.random()), Map.of(RequestContext.ACTOR_ID, "keelson"))
                .expectEvents(new UpgradeRejected(ID, InstanceFixtures.OPERATION_ID, OPERATION, "keelson"));
    }

    @Test
    void aRejectedUpgradeWaitsNoMore() {
        upgrades.active(UpgradeFixtures.proposed())
                .when(new RejectUpgrade(ID, OPERATION), BY_BOB)
                .expectEvents(UpgradeFixtures.rejected());
        upgrades.active(UpgradeFixtures.proposed(), UpgradeFixtures.rejected())
                .when(new ApproveUpgrade(ID, OPERATION), BY_BOB)
                .expectException(refusal(ErrorCode.WRONG_STATE, "instanceId"));
    }

    @Test
    void whatIsDueIsProposedOnceAndBegunWhenItMay() {
        StartDueUpgrade look = new StartDueUpgrade(ID, OPERATION);
        upgrades.active()
                .when(look, Map.of(RequestContext.ACTOR_ID, "alice"))
                .expectEvents(new UpgradeProposed(ID, InstanceFixtures.OPERATION_ID, proposal(Set.of())));
        upgrades.active(UpgradeFixtures.proposed())
                .when(new StartDueUpgrade(ID, OperationId.random()))
                .expectNoEvents();
        upgrades.active(UpgradeFixtures.proposed(), UpgradeFixtures.approved("bob"))
                .when(new StartDueUpgrade(ID, OperationId.random()))
                .expectResultMessagePayload(new UpgradeAnswer(OPERATION, true))
                .expectEvents(UpgradeCase.upgradeBegun());
    }

    @Test
    void theEndOfAnUpgradeKeepsItsBackupAndTheWayBack() {
        BackupId backup = new BackupId(
                UUID.fromString(UpgradeCase.upgradeBegun().parameters().get("backupId")));
        upgrades.active(UpgradeCase.upgradeBegun())
                .when(new CompleteInstanceOperation(ID, OPERATION, Map.of("url", InstanceFixtures.URL)))
                .expectEvents(
                        new InstanceBackedUp(
                                ID,
                                OPERATION,
                                backup,
                                new BackupFacts(0, 0, "", 0, 0, ""),
                                InstanceFixtures.blueprint(),
                                List.of()),
                        new InstanceUpgraded(
                                ID,
                                OPERATION,
                                InstanceFixtures.blueprint(),
                                UpgradeFixtures.upgraded(),
                                backup,
                                InstanceFixtures.URL));
    }

    private static UpgradeInstance upgrade(UpgradeRule... overrides) {
        return new UpgradeInstance(ID, OPERATION, UpgradeFixtures.NEWER, Set.of(overrides));
    }

    private static UpgradeProposal proposal(Set<UpgradeRule> overrides) {
        return new UpgradeProposal(OPERATION, UpgradeFixtures.NEWER, ChangeClass.MINOR, overrides, "alice", null);
    }

    private static VersionReleased newest() {
        VersionReleased newer = UpgradeFixtures.released();
        return new VersionReleased(
                VersionId.random(),
                newer.component(),
                newer.type(),
                new SemanticVersion("1.2.0"),
                newer.status(),
                "",
                false,
                false,
                Map.of(),
                newer.artifacts());
    }
}
