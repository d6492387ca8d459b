package io.keelson.command.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.version.event.VersionWithdrawn;
import io.keelson.command.CommandDatabase;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.VersionFixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What a command has read of others cannot change before its transaction ends. */
class DirectoryLockTest {
    private final CommandDatabase database = CommandDatabase.fresh();
    private final JdbcDirectory directory = new JdbcDirectory(database.jdbc());
    private final DirectoryFeed feed = new DirectoryFeed(directory);

    @BeforeEach
    void registerEverything() {
        feed.on(PartnerFixtures.partnerRegistered());
        feed.on(VersionFixtures.versionReleased());
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void suspendingAPartnerWaitsForACommandThatFoundItActive() {
        database.transaction().executeWithoutResult(_ -> {
            directory.requireActive(PartnerFixtures.PARTNER_ID);

            assertThatThrownBy(() -> withoutWaiting(() -> feed.on(PartnerFixtures.partnerSuspended())))
                    .hasMessageContaining("lock timeout");
        });

        withoutWaiting(() -> feed.on(PartnerFixtures.partnerSuspended()));
        assertThatThrownBy(() -> directory.requireActive(PartnerFixtures.PARTNER_ID))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refusal -> assertThat(refusal.rejection().code()).isEqualTo(ErrorCode.PARTNER_SUSPENDED));
    }

    @Test
    void withdrawingAVersionWaitsForACommandThatFoundItProvisionable() {
        database.transaction().executeWithoutResult(_ -> {
            assertThat(directory.version(VersionFixtures.COMPONENT, VersionFixtures.NUMBER))
                    .isPresent();

            assertThatThrownBy(() -> withoutWaiting(() -> feed.on(new VersionWithdrawn(VersionFixtures.VERSION_ID))))
                    .hasMessageContaining("lock timeout");
        });
    }

    @Test
    void commandsThatReadTheSameDoNotWaitForEachOther() {
        database.transaction().executeWithoutResult(_ -> {
            directory.requireActive(PartnerFixtures.PARTNER_ID);

            withoutWaiting(() -> directory.requireActive(PartnerFixtures.PARTNER_ID));
        });
    }

    private void withoutWaiting(Runnable work) {
        TransactionTemplate separate =
                new TransactionTemplate(database.transaction().getTransactionManager());
        separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        separate.executeWithoutResult(_ -> {
            database.jdbc().sql("set local lock_timeout = '100ms'").update();
            work.run();
        });
    }
}
