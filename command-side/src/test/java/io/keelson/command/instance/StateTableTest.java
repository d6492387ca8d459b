package io.keelson.command.instance;

import static io.keelson.api.error.ErrorCode.OPERATION_IN_PROGRESS;
import static io.keelson.api.error.ErrorCode.WRONG_STATE;
import static io.keelson.command.Refusal.refusal;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.instance.ConfigurationChange;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceTag;
import io.keelson.api.instance.ResourcesChange;
import io.keelson.api.instance.SuspensionCause;
import io.keelson.api.instance.command.BackupInstance;
import io.keelson.api.instance.command.ConfigureInstance;
import io.keelson.api.instance.command.HealInstance;
import io.keelson.api.instance.command.MigrateInstance;
import io.keelson.api.instance.command.ReconcileInstance;
import io.keelson.api.instance.command.RestartInstance;
import io.keelson.api.instance.command.RestoreInstance;
import io.keelson.api.instance.command.ResumeInstance;
import io.keelson.api.instance.command.ScaleInstance;
import io.keelson.api.instance.command.SetDeletionProtection;
import io.keelson.api.instance.command.SetInstanceTags;
import io.keelson.api.instance.command.SetMaintenance;
import io.keelson.api.instance.command.SuspendInstance;
import io.keelson.api.instance.command.TerminateInstance;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.command.directory.InMemoryDirectory;
import io.keelson.fixture.InstanceFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation in every state: what is accepted, and with which code the others are refused. */
class StateTableTest {
    private static final InstanceId ID = InstanceFixtures.INSTANCE_ID;
    private static final OperationId OPERATION = OperationId.random();

    /** How an instance has come where it is. */
    enum Moment {
        PROVISIONING(List.of()),
        ACTIVE(List.of(InstanceFixtures.activated(), InstanceFixtures.backedUp())),
        BUSY(List.of(InstanceFixtures.activated(), InstanceFixtures.requested(OperationKind.BACKUP))),
        SUSPENDED(List.of(InstanceFixtures.activated(), InstanceFixtures.suspended())),
        FAILED(List.of(InstanceFixtures.provisioningFailed())),
        TERMINATING(List.of(InstanceFixtures.activated(), InstanceFixtures.terminationRequested())),
        TERMINATED(List.of(
                InstanceFixtures.activated(), InstanceFixtures.terminationRequested(), InstanceFixtures.terminated()));

        private final List<Object> events;

        Moment(List<Object> events) {
            this.events = new ArrayList<>(List.of(InstanceFixtures.provisioningRequested()));
            this.events.addAll(events);
        }
    }

    /** One line of the table: what is said in the moments, in their order; null where it is accepted. */
    private static void line(
            List<Arguments> table, String name, Object command, @Nullable ErrorCode... saidInEachMoment) {
        for (Moment moment : Moment.values()) {
            table.add(Arguments.of(name, moment, command, saidInEachMoment[moment.ordinal()]));
        }
    }

    static Stream<Arguments> table() {
        ErrorCode busy = OPERATION_IN_PROGRESS;
        ErrorCode wrong = WRONG_STATE;
        List<Arguments> table = new ArrayList<>();
        // In the order PROVISIONING, ACTIVE, BUSY, SUSPENDED, FAILED, TERMINATING, TERMINATED.
        line(table, "suspend", suspend(), busy, null, busy, wrong, wrong, busy, wrong);
        line(table, "resume", resume(), busy, wrong, busy, null, wrong, busy, wrong);
        line(table, "configure", configure(), busy, null, busy, wrong, wrong, busy, wrong);
        line(table, "scale", scale(), busy, null, busy, null, wrong, busy, wrong);
        line(table, "back up", backup(), busy, null, busy, null, wrong, busy, wrong);
        line(table, "restore", restore(), busy, null, busy, wrong, wrong, busy, wrong);
        line(table, "migrate", migrate(), busy, null, busy, wrong, wrong, busy, wrong);
        line(table, "maintain", new SetMaintenance(ID, OPERATION, true), busy, null, busy, wrong, wrong, busy, wrong);
        line(table, "restart", new RestartInstance(ID, OPERATION), busy, null, busy, wrong, wrong, busy, wrong);
        line(table, "heal", new HealInstance(ID, OPERATION, 1), busy, null, busy, wrong, wrong, busy, wrong);
        line(table, "reconcile", reconcile(), busy, null, busy, null, wrong, busy, wrong);
        line(table, "protect", new SetDeletionProtection(ID, true, false), null, null, null, null, null, wrong, wrong);
        line(
                table,
                "tag",
                new SetInstanceTags(ID, List.of(new InstanceTag("x"))),
                null,
                null,
                null,
                null,
                null,
                wrong,
                wrong);
        line(table, "terminate", new TerminateInstance(ID, OPERATION), busy, null, busy, null, null, null, null);
        return table.stream();
    }

    @ParameterizedTest(name = "{0} while {1}: {3}")
    @MethodSource("table")
    void whatIsSaid(String name, Moment moment, Object command, @Nullable ErrorCode refused) {
        ResultValidator<Instance> result = new AggregateTestFixture<>(Instance.class)
                .registerInjectableResource(new InMemoryClaims())
                .registerInjectableResource(PlanCatalogue.DEFAULT)
                .registerInjectableResource(BackupRetention.DEFAULT)
                .registerInjectableResource(InMemoryDirectory.ofFixtures())
                .registerInjectableResource(TestSites.ALL)
                .given(moment.events)
                .when(command, Map.of(RequestContext.REASON, "The table says so", RequestContext.ACTOR_ID, "tester"));

        if (refused == null) {
            result.expectSuccessfulHandlerExecution();
        } else {
            result.expectException(refusal(refused, "instanceId")).expectNoEvents();
        }
    }

    private static SuspendInstance suspend() {
        return new SuspendInstance(ID, OPERATION, SuspensionCause.PERSON);
    }

    private static ResumeInstance resume() {
        return new ResumeInstance(ID, OPERATION, SuspensionCause.PERSON);
    }

    private static ConfigureInstance configure() {
        return new ConfigureInstance(ID, OPERATION, new ConfigurationChange(List.of("shop"), null, null, null, null));
    }

    private static ScaleInstance scale() {
        return new ScaleInstance(ID, OPERATION, new ResourcesChange("Premium", null, null, null));
    }

    private static BackupInstance backup() {
        return new BackupInstance(ID, OPERATION, InstanceFixtures.BACKUP_ID);
    }

    private static MigrateInstance migrate() {
        return new MigrateInstance(ID, OPERATION, TestSites.LAGOS, null);
    }

    private static RestoreInstance restore() {
        return new RestoreInstance(ID, OPERATION, InstanceFixtures.BACKUP_ID);
    }

    private static ReconcileInstance reconcile() {
        return new ReconcileInstance(ID, OPERATION, List.of(), "The table says so.");
    }
}
