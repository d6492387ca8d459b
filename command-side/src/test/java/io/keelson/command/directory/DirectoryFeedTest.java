package io.keelson.command.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.event.InstanceOperationFailed;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.owner.OwnerId;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantStatus;
import io.keelson.api.tenant.residency.Region;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.event.VersionWithdrawn;
import io.keelson.command.CommandDatabase;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.TenantFixtures;
import io.keelson.fixture.VersionFixtures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectoryFeedTest {
    private final CommandDatabase database = CommandDatabase.fresh();
    private final JdbcDirectory directory = new JdbcDirectory(database.jdbc());
    private final DirectoryFeed feed = new DirectoryFeed(directory);

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void aRegisteredPartnerIsActive() {
        feed.on(PartnerFixtures.partnerRegistered());

        assertThat(directory.partnerStatus(PartnerFixtures.PARTNER_ID)).contains(PartnerStatus.ACTIVE);
    }

    @Test
    void aPartnerIsSuspendedAndResumed() {
        feed.on(PartnerFixtures.partnerRegistered());

        feed.on(PartnerFixtures.partnerSuspended());
        assertThat(directory.partnerStatus(PartnerFixtures.PARTNER_ID)).contains(PartnerStatus.SUSPENDED);

        feed.on(PartnerFixtures.partnerResumed());
        assertThat(directory.partnerStatus(PartnerFixtures.PARTNER_ID)).contains(PartnerStatus.ACTIVE);
    }

    @Test
    void aTenantLeadsToItsPartner() {
        feed.on(TenantFixtures.tenantRegistered());

        assertThat(directory.tenant(TenantFixtures.TENANT_ID))
                .contains(new KnownTenant(PartnerFixtures.PARTNER_ID, TenantStatus.ACTIVE, null));
    }

    @Test
    void aReleasedVersionIsFoundByComponentAndNumberWithItsArtifacts() {
        feed.on(VersionFixtures.versionReleased());

        assertThat(directory.version(VersionFixtures.COMPONENT, VersionFixtures.NUMBER))
                .contains(
                        new KnownVersion(VersionFixtures.VERSION_ID, VersionStatus.STABLE, VersionFixtures.ARTIFACTS));
    }

    @Test
    void aMovingInstanceIsInBothPlacesUntilTheMoveIsOver() {
        feed.on(InstanceFixtures.provisioningRequested());
        feed.on(migration());
        assertThat(instance().region().value()).isEqualTo("local");
        assertThat(instance().destination())
                .isEqualTo(new KnownInstance.Destination(new Region("ng-lagos-1"), List.of()));

        feed.on(InstanceFixtures.migrated());
        assertThat(instance().region().value()).isEqualTo("ng-lagos-1");
        assertThat(instance().destination()).isNull();
    }

    @Test
    void aMoveThatWasTakenBackIsForgottenAndOneThatWasNotIsRemembered() {
        feed.on(InstanceFixtures.provisioningRequested());
        feed.on(migration());

        feed.on(new InstanceOperationFailed(
                InstanceFixtures.INSTANCE_ID, InstanceFixtures.LIVING_ID, InstanceFixtures.FINAL_ERROR, false));
        assertThat(instance().destination()).isNotNull();

        feed.on(InstanceFixtures.operationFailed());
        assertThat(instance().destination()).isNull();
    }

    @Test
    void aBackupIsFoundWithWhereItRestsAndWhoseItIs() {
        feed.on(InstanceFixtures.backedUp());

        assertThat(directory.backup(InstanceFixtures.BACKUP_ID)).hasValueSatisfying(backup -> {
            assertThat(backup.region()).isEqualTo(new Region("local"));
            assertThat(backup.tenantId()).isEqualTo(TenantFixtures.TENANT_ID);
        });
    }

    private KnownInstance instance() {
        return directory
                .instancesOf(OwnerId.of(TenantFixtures.TENANT_ID), null, 1)
                .getFirst();
    }

    private static InstanceOperationRequested migration() {
        return new InstanceOperationRequested(
                InstanceFixtures.INSTANCE_ID,
                InstanceFixtures.LIVING_ID,
                OperationKind.MIGRATE,
                InstanceFixtures.blueprint(),
                InstanceFixtures.blueprint()
                        .withConfiguration(InstanceFixtures.migrated().configuration()),
                Map.of());
    }

    @Test
    void aWithdrawnVersionIsMarked() {
        feed.on(VersionFixtures.versionReleased());
        feed.on(new VersionWithdrawn(VersionFixtures.VERSION_ID));

        assertThat(directory.version(VersionFixtures.COMPONENT, VersionFixtures.NUMBER))
                .map(KnownVersion::status)
                .contains(VersionStatus.WITHDRAWN);
    }

    @Test
    void aTenantIsUpdatedSuspendedResumedAndDeleted() {
        feed.on(TenantFixtures.tenantRegistered());
        feed.on(TenantFixtures.tenantUpdated());
        feed.on(TenantFixtures.tenantSuspended());
        assertThat(directory.tenant(TenantFixtures.TENANT_ID))
                .contains(
                        new KnownTenant(PartnerFixtures.PARTNER_ID, TenantStatus.SUSPENDED, TenantFixtures.RESIDENCY));

        feed.on(TenantFixtures.tenantResumed());
        assertThat(directory.tenantsOf(PartnerFixtures.PARTNER_ID, 2)).containsExactly(TenantFixtures.TENANT_ID);

        feed.on(TenantFixtures.tenantDeleted());
        assertThat(directory.tenant(TenantFixtures.TENANT_ID))
                .map(KnownTenant::status)
                .contains(TenantStatus.DELETED);
        assertThat(directory.tenantsOf(PartnerFixtures.PARTNER_ID, 2)).isEmpty();
    }

    @Test
    void anInstanceBelongsToItsTenantAndPartnerUntilItIsTerminated() {
        OwnerId tenant = OwnerId.of(TenantFixtures.TENANT_ID);
        OwnerId partner = OwnerId.of(PartnerFixtures.PARTNER_ID);
        KnownInstance shop = KnownInstance.of(InstanceFixtures.blueprint());

        feed.on(InstanceFixtures.provisioningRequested());
        feed.on(InstanceFixtures.provisioningRequested());

        assertThat(directory.instancesOf(tenant, null, 10)).containsExactly(shop);
        assertThat(directory.instancesOf(partner, null, 10)).containsExactly(shop);
        assertThat(directory.instancesOf(partner, shop.instanceId(), 10)).isEmpty();

        feed.on(InstanceFixtures.terminated());
        assertThat(directory.instancesOf(partner, null, 10)).isEmpty();
    }

    @Test
    void handlingAnEventAgainChangesNothing() {
        feed.on(PartnerFixtures.partnerRegistered());
        feed.on(PartnerFixtures.partnerRegistered());
        feed.on(TenantFixtures.tenantRegistered());
        feed.on(TenantFixtures.tenantRegistered());
        feed.on(VersionFixtures.versionReleased());
        feed.on(VersionFixtures.versionReleased());

        assertThat(directory.partnerStatus(PartnerFixtures.PARTNER_ID)).contains(PartnerStatus.ACTIVE);
    }

    @Test
    void theUnknownIsEmpty() {
        assertThat(directory.partnerStatus(PartnerId.random())).isEmpty();
        assertThat(directory.tenant(TenantId.random())).isEmpty();
        assertThat(directory.version(VersionFixtures.COMPONENT, new SemanticVersion("9.9.9")))
                .isEmpty();
    }
}
