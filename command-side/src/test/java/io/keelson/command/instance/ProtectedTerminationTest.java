package io.keelson.command.instance;

import static io.keelson.command.Refusal.refusal;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.instance.command.BackupInstance;
import io.keelson.api.instance.command.CompleteTermination;
import io.keelson.api.instance.command.ConfirmTermination;
import io.keelson.api.instance.command.FailTermination;
import io.keelson.api.instance.command.TerminateInstance;
import io.keelson.api.instance.event.DeletionProtectionSwitched;
import io.keelson.api.instance.event.InstanceBackedUp;
import io.keelson.api.instance.event.InstanceTerminationFailed;
import io.keelson.api.instance.event.InstanceTerminationRequested;
import io.keelson.api.instance.event.TerminationConfirmed;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.command.directory.InMemoryDirectory;
import io.keelson.fixture.InstanceFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class ProtectedTerminationTest {
    private static final TerminateInstance TERMINATE =
            new TerminateInstance(InstanceFixtures.INSTANCE_ID, InstanceFixtures.TERMINATION_ID);
    private static final TerminateInstance WITH_BACKUP = new TerminateInstance(
            InstanceFixtures.INSTANCE_ID, InstanceFixtures.TERMINATION_ID, InstanceFixtures.BACKUP_ID);
    private static final ConfirmTermination CONFIRM = new ConfirmTermination(InstanceFixtures.INSTANCE_ID);
    private static final Object DEMANDED =
            new DeletionProtectionSwitched(InstanceFixtures.INSTANCE_ID, InstanceFixtures.OPERATION_ID, false, true);
    private static final InstanceTerminationRequested REQUESTED_WITH_BACKUP = new InstanceTerminationRequested(
            InstanceFixtures.INSTANCE_ID,
            InstanceFixtures.TERMINATION_ID,
            InstanceFixtures.blueprint(),
            InstanceFixtures.BACKUP_ID);

    @Test
    void aProtectedInstanceIsNotTerminated() {
        active(InstanceFixtures.deletionProtectionSwitched(true))
                .when(TERMINATE, by("ann"))
                .expectException(refusal(ErrorCode.DELETION_PROTECTED, "instanceId"))
                .expectNoEvents();
    }

    @Test
    void aProtectionThatIsOffNoLongerCounts() {
        active(InstanceFixtures.deletionProtectionSwitched(true), InstanceFixtures.deletionProtectionSwitched(false))
                .when(TERMINATE, by("ann"))
                .expectEvents(InstanceFixtures.terminationRequested());
    }

    @Test
    void onePersonAloneDoesNotTerminateWhatDemandsTwo() {
        active(DEMANDED, confirmedBy("ann"))
                .when(TERMINATE, by("ann"))
                .expectException(refusal(ErrorCode.CONFIRMATION_MISSING, "instanceId"));
    }

    @Test
    void nobodyTerminatesWhatNobodyHasConfirmed() {
        active(DEMANDED)
                .when(TERMINATE, by("ann"))
                .expectException(refusal(ErrorCode.CONFIRMATION_MISSING, "instanceId"));
    }

    @Test
    void theSecondPersonTerminates() {
        active(DEMANDED, confirmedBy("ann"))
                .when(TERMINATE, by("bob"))
                .expectEvents(InstanceFixtures.terminationRequested());
    }

    @Test
    void aConfirmationNamesWhoConfirmed() {
        active(DEMANDED).when(CONFIRM, by("ann")).expectEvents(confirmedBy("ann"));
    }

    @Test
    void confirmingTwiceIsConfirmingOnce() {
        active(DEMANDED, confirmedBy("ann")).when(CONFIRM, by("ann")).expectNoEvents();
    }

    @Test
    void aNewDemandForgetsOldConfirmations() {
        active(DEMANDED, confirmedBy("ann"), DEMANDED)
                .when(TERMINATE, by("bob"))
                .expectException(refusal(ErrorCode.CONFIRMATION_MISSING, "instanceId"));
    }

    @Test
    void thereIsNothingToConfirmWhereNoSecondPersonIsDemanded() {
        active().when(CONFIRM, by("ann")).expectException(refusal(ErrorCode.WRONG_STATE, "instanceId"));
    }

    @Test
    void aLastBackupIsAskedForFirst() {
        active().when(WITH_BACKUP, by("ann")).expectEvents(REQUESTED_WITH_BACKUP);
    }

    @Test
    void ofAFailedInstanceNoBackupIsMade() {
        given(InstanceFixtures.provisioningRequested(), InstanceFixtures.provisioningFailed())
                .when(WITH_BACKUP, by("ann"))
                .expectEvents(InstanceFixtures.terminationRequested());
    }

    @Test
    void theLastBackupIsKnownAfterTheEnd() {
        active(REQUESTED_WITH_BACKUP)
                .when(new CompleteTermination(
                        InstanceFixtures.INSTANCE_ID,
                        InstanceFixtures.TERMINATION_ID,
                        Map.of(
                                "backupBytes", "4096",
                                "backupMillis", "250",
                                "backupChecksum", "0".repeat(64),
                                "backupRows", "12",
                                "backupFiles", "3",
                                "backupLocation", "/backups/1")))
                .expectEvents(
                        new InstanceBackedUp(
                                InstanceFixtures.INSTANCE_ID,
                                InstanceFixtures.TERMINATION_ID,
                                InstanceFixtures.BACKUP_ID,
                                InstanceFixtures.backedUp().facts(),
                                InstanceFixtures.blueprint(),
                                List.of()),
                        InstanceFixtures.terminated());
    }

    @Test
    void anInstanceWhoseLastBackupFailedIsAsItWasBefore() {
        active(
                        REQUESTED_WITH_BACKUP,
                        new InstanceTerminationFailed(
                                InstanceFixtures.INSTANCE_ID,
                                InstanceFixtures.TERMINATION_ID,
                                InstanceFixtures.FINAL_ERROR,
                                true))
                .when(
                        new BackupInstance(
                                InstanceFixtures.INSTANCE_ID, InstanceFixtures.LIVING_ID, InstanceFixtures.BACKUP_ID),
                        by("ann"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aTerminationThatTouchedNothingSaysSo() {
        active(REQUESTED_WITH_BACKUP)
                .when(new FailTermination(
                        InstanceFixtures.INSTANCE_ID,
                        InstanceFixtures.TERMINATION_ID,
                        InstanceFixtures.FINAL_ERROR,
                        true))
                .expectEvents(new InstanceTerminationFailed(
                        InstanceFixtures.INSTANCE_ID,
                        InstanceFixtures.TERMINATION_ID,
                        InstanceFixtures.FINAL_ERROR,
                        true));
    }

    private static TerminationConfirmed confirmedBy(String actor) {
        return new TerminationConfirmed(InstanceFixtures.INSTANCE_ID, InstanceFixtures.OPERATION_ID, actor);
    }

    private static TestExecutor<Instance> active(Object... events) {
        List<Object> all =
                new ArrayList<>(List.of(InstanceFixtures.provisioningRequested(), InstanceFixtures.activated()));
        all.addAll(List.of(events));
        return given(all.toArray());
    }

    private static TestExecutor<Instance> given(Object... events) {
        return new AggregateTestFixture<>(Instance.class)
                .registerInjectableResource(new InMemoryClaims())
                .registerInjectableResource(BackupRetention.DEFAULT)
                .registerInjectableResource(InMemoryDirectory.ofFixtures())
                .registerInjectableResource(TestSites.ALL)
                .given(events);
    }

    private static Map<String, String> by(String actor) {
        return Map.of(RequestContext.REASON, "The shop has closed", RequestContext.ACTOR_ID, actor);
    }
}
