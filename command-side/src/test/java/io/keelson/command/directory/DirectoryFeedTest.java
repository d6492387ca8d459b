package io.keelson.command.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.partner.event.PartnerResumed;
import io.keelson.api.partner.event.PartnerSuspended;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.event.VersionWithdrawn;
import io.keelson.command.CommandDatabase;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.TenantFixtures;
import io.keelson.fixture.VersionFixtures;
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

        feed.on(new PartnerSuspended(PartnerFixtures.PARTNER_ID));
        assertThat(directory.partnerStatus(PartnerFixtures.PARTNER_ID)).contains(PartnerStatus.SUSPENDED);

        feed.on(new PartnerResumed(PartnerFixtures.PARTNER_ID));
        assertThat(directory.partnerStatus(PartnerFixtures.PARTNER_ID)).contains(PartnerStatus.ACTIVE);
    }

    @Test
    void aTenantLeadsToItsPartner() {
        feed.on(TenantFixtures.tenantRegistered());

        assertThat(directory.partnerOf(TenantFixtures.TENANT_ID)).contains(PartnerFixtures.PARTNER_ID);
    }

    @Test
    void aReleasedVersionIsFoundByComponentAndNumberWithItsArtifacts() {
        feed.on(VersionFixtures.versionReleased());

        assertThat(directory.version(VersionFixtures.COMPONENT, VersionFixtures.NUMBER))
                .contains(
                        new KnownVersion(VersionFixtures.VERSION_ID, VersionStatus.STABLE, VersionFixtures.ARTIFACTS));
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
        assertThat(directory.partnerOf(TenantId.random())).isEmpty();
        assertThat(directory.version(VersionFixtures.COMPONENT, new SemanticVersion("9.9.9")))
                .isEmpty();
    }
}
