package io.keelson.command.instance;

import static io.keelson.command.Refusal.refusal;
import static io.keelson.fixture.InstanceFixtures.INSTANCE_ID;
import static io.keelson.fixture.InstanceFixtures.LIVING_ID;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceConfiguration;
import io.keelson.api.instance.command.BackupInstance;
import io.keelson.api.instance.command.CompleteInstanceOperation;
import io.keelson.api.instance.command.FailInstanceOperation;
import io.keelson.api.instance.command.MigrateInstance;
import io.keelson.api.instance.command.RestoreInstance;
import io.keelson.api.instance.command.TerminateInstance;
import io.keelson.api.instance.event.DataTransferApproved;
import io.keelson.api.instance.event.InstanceBackedUp;
import io.keelson.api.instance.event.InstanceMigrated;
import io.keelson.api.instance.event.InstanceOperationFailed;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.instance.event.InstanceProvisioningRequested;
import io.keelson.api.instance.event.InstanceTerminationRequested;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationParameter;
import io.keelson.api.tenant.TenantStatus;
import io.keelson.api.tenant.residency.Region;
import io.keelson.api.tenant.residency.RegionTransfer;
import io.keelson.api.tenant.residency.Residency;
import io.keelson.api.tenant.residency.ResidencyMode;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.command.directory.InMemoryDirectory;
import io.keelson.command.directory.KnownTenant;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.TenantFixtures;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class MigrateInstanceTest {
    private static final Region ABUJA = new Region("ng-abuja-1");
    private static final Map<String, String> REASON =
            Map.of(RequestContext.REASON, "Closer to its users", RequestContext.ACTOR_ID, "tester");
    private static final Map<String, String> PARAMETERS = Map.of(
            OperationParameter.BACKUP_ID, LIVING_ID.value().toString(),
            OperationParameter.BACKUP_REGION, "local",
            OperationParameter.BACKUP_PASSING, "true",
            OperationParameter.OTHER_REGION, "local");

    private final InMemoryDirectory directory = InMemoryDirectory.ofFixtures();
    private final FixtureConfiguration<Instance> fixture = new AggregateTestFixture<>(Instance.class)
            .registerInjectableResource(new InMemoryClaims())
            .registerInjectableResource(directory)
            .registerInjectableResource(BackupRetention.DEFAULT)
            .registerInjectableResource(TestSites.ALL);

    @Test
    void anInstanceMovesAndTheTransferOverTheBorderIsAnEvent() {
        active().when(migrate(TestSites.LAGOS), REASON)
                .expectEvents(requested(TestSites.LAGOS), approved(OperationKind.MIGRATE, "local", "ng-lagos-1"));
    }

    @Test
    void theEndOfTheOperationIsANewPlaceFromWhichItMovesOn() {
        active().andGiven(requested(TestSites.LAGOS))
                .when(new CompleteInstanceOperation(INSTANCE_ID, LIVING_ID, Map.of("url", InstanceFixtures.URL)))
                .expectEvents(new InstanceMigrated(
                        INSTANCE_ID, LIVING_ID, at(TestSites.LAGOS).configuration(), InstanceFixtures.URL));
    }

    @Test
    void aMoveWithinACountryIsNoTransferOverABorder() {
        fixture.given(in(ABUJA), InstanceFixtures.activated())
                .when(migrate(TestSites.LAGOS), REASON)
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(org.axonframework.test.matchers.Matchers.payloadsMatching(
                        org.axonframework.test.matchers.Matchers.exactSequenceOf(
                                org.hamcrest.Matchers.instanceOf(InstanceOperationRequested.class))));
    }

    @Test
    void aRegionWithoutASiteIsRefused() {
        active().when(migrate(new Region("mars")), REASON)
                .expectException(refusal(ErrorCode.INVALID_INPUT, "region"))
                .expectNoEvents();
    }

    @Test
    void theSiteWhereItIsAlreadyIsRefusedWhateverItsRegionIsCalled() {
        fixture.given(in(ABUJA), InstanceFixtures.activated())
                .when(migrate(TestSites.HOME), REASON)
                .expectException(refusal(ErrorCode.INVALID_INPUT, "region"));
    }

    @Test
    void aRegionThatTheTenantForbidsIsRefused() {
        residency(ResidencyMode.REGIONAL, "local", "gh-accra-1");
        active().when(migrate(TestSites.LAGOS), REASON)
                .expectException(refusal(ErrorCode.RESIDENCY_VIOLATED, "region"))
                .expectNoEvents();
    }

    @Test
    void dataThatMayRestAnywhereIsRefusedByAnyRule() {
        residency(ResidencyMode.REGIONAL, "local", "ng-lagos-1");
        active().when(migrate(TestSites.LAGOS), REASON)
                .expectException(refusal(ErrorCode.RESIDENCY_VIOLATED, "dataResidency"));
    }

    @Test
    void aRegionInWhichItsOwnDataMayNotRestIsRefused() {
        active().when(new MigrateInstance(INSTANCE_ID, LIVING_ID, TestSites.LAGOS, List.of(TestSites.HOME)), REASON)
                .expectException(refusal(ErrorCode.RESIDENCY_VIOLATED, "dataResidency"));
    }

    @Test
    void anInstanceOfASuspendedTenantStaysWhereItIs() {
        directory.put(
                TenantFixtures.TENANT_ID, new KnownTenant(PartnerFixtures.PARTNER_ID, TenantStatus.SUSPENDED, null));
        active().when(migrate(TestSites.LAGOS), REASON)
                .expectException(refusal(ErrorCode.TENANT_SUSPENDED, "tenantId"));
    }

    @Test
    void aMigrationNeedsAReason() {
        active().when(migrate(TestSites.LAGOS)).expectException(refusal(ErrorCode.INVALID_INPUT, "reason"));
    }

    @Test
    void whatAFailedMigrationMayHaveLeftIsRemovedByTheTermination() {
        OperationId termination = InstanceFixtures.TERMINATION_ID;
        active().andGiven(requested(TestSites.LAGOS))
                .andGiven(new InstanceOperationFailed(INSTANCE_ID, LIVING_ID, InstanceFixtures.FINAL_ERROR, false))
                .when(new TerminateInstance(INSTANCE_ID, termination), REASON)
                .expectEvents(new InstanceTerminationRequested(
                        INSTANCE_ID, termination, InstanceFixtures.blueprint(), null, TestSites.LAGOS));
    }

    @Test
    void aMigrationThatWasTakenBackLeavesNothing() {
        active().andGiven(requested(TestSites.LAGOS))
                .andGiven(InstanceFixtures.operationFailed())
                .when(new TerminateInstance(INSTANCE_ID, InstanceFixtures.TERMINATION_ID), REASON)
                .expectEvents(new InstanceTerminationRequested(
                        INSTANCE_ID, InstanceFixtures.TERMINATION_ID, InstanceFixtures.blueprint()));
    }

    @Test
    void aBackupElsewhereIsATransferAndSaysWhereItRests() {
        InstanceOperationRequested requested = backup(TestSites.LAGOS);
        active().when(new BackupInstance(INSTANCE_ID, LIVING_ID, InstanceFixtures.BACKUP_ID, TestSites.LAGOS))
                .expectEvents(requested, approved(OperationKind.BACKUP, "local", "ng-lagos-1"));
    }

    @Test
    void aBackupElsewhereIsHeldToTheResidency() {
        residency(ResidencyMode.REGIONAL, "local", "gh-accra-1");
        active().when(new BackupInstance(INSTANCE_ID, LIVING_ID, InstanceFixtures.BACKUP_ID, TestSites.LAGOS))
                .expectException(refusal(ErrorCode.RESIDENCY_VIOLATED, "region"));
    }

    @Test
    void aRestoreOfABackupFromElsewhereIsATransferBackAndLeavesTheInstanceInItsPlace() {
        InstanceBackedUp there = new InstanceBackedUp(
                INSTANCE_ID,
                LIVING_ID,
                InstanceFixtures.BACKUP_ID,
                InstanceFixtures.backedUp().facts(),
                at(ABUJA),
                List.of(),
                TestSites.LAGOS);
        OperationId restore = OperationId.random();
        active().andGiven(backup(TestSites.LAGOS), there)
                .when(new RestoreInstance(INSTANCE_ID, restore, InstanceFixtures.BACKUP_ID), REASON)
                .expectEvents(
                        new InstanceOperationRequested(
                                INSTANCE_ID,
                                restore,
                                OperationKind.RESTORE,
                                InstanceFixtures.blueprint(),
                                InstanceFixtures.blueprint(),
                                Map.of(
                                        OperationParameter.BACKUP_ID,
                                        InstanceFixtures.BACKUP_ID.value().toString(),
                                        OperationParameter.BACKUP_CHECKSUM,
                                        there.facts().checksum(),
                                        OperationParameter.BACKUP_REGION,
                                        "ng-lagos-1")),
                        new DataTransferApproved(
                                INSTANCE_ID,
                                restore,
                                OperationKind.RESTORE,
                                new RegionTransfer(TestSites.LAGOS, TestSites.HOME)));
    }

    @Test
    void aFailureEndsTheMigrationWhereItBegan() {
        active().andGiven(requested(TestSites.LAGOS))
                .when(new FailInstanceOperation(INSTANCE_ID, LIVING_ID, InstanceFixtures.FINAL_ERROR, true))
                .expectEvents(InstanceFixtures.operationFailed());
    }

    private TestExecutor<Instance> active() {
        return fixture.given(InstanceFixtures.provisioningRequested(), InstanceFixtures.activated());
    }

    private void residency(ResidencyMode mode, String... regions) {
        Residency residency = new Residency(
                mode, java.util.stream.Stream.of(regions).map(Region::new).toList());
        directory.put(
                TenantFixtures.TENANT_ID, new KnownTenant(PartnerFixtures.PARTNER_ID, TenantStatus.ACTIVE, residency));
    }

    private static MigrateInstance migrate(Region region) {
        return new MigrateInstance(INSTANCE_ID, LIVING_ID, region, null);
    }

    private static InstanceOperationRequested requested(Region region) {
        return new InstanceOperationRequested(
                INSTANCE_ID, LIVING_ID, OperationKind.MIGRATE, InstanceFixtures.blueprint(), at(region), PARAMETERS);
    }

    private static InstanceOperationRequested backup(Region region) {
        return new InstanceOperationRequested(
                INSTANCE_ID,
                LIVING_ID,
                OperationKind.BACKUP,
                InstanceFixtures.blueprint(),
                null,
                Map.of(
                        OperationParameter.BACKUP_ID,
                                InstanceFixtures.BACKUP_ID.value().toString(),
                        OperationParameter.KEEP_BACKUPS, "7",
                        OperationParameter.BACKUP_REGION, region.value()));
    }

    private static DataTransferApproved approved(OperationKind purpose, String from, String to) {
        return new DataTransferApproved(
                INSTANCE_ID, LIVING_ID, purpose, new RegionTransfer(new Region(from), new Region(to)));
    }

    private static InstanceBlueprint at(Region region) {
        InstanceConfiguration configuration = InstanceConfiguration.DEFAULT.movedTo(region.value(), List.of());
        return InstanceFixtures.blueprint().withConfiguration(configuration);
    }

    private static InstanceProvisioningRequested in(Region region) {
        InstanceProvisioningRequested usual = InstanceFixtures.provisioningRequested();
        return new InstanceProvisioningRequested(INSTANCE_ID, usual.operationId(), usual.updatePolicy(), at(region));
    }
}
