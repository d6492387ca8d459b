package io.keelson.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class DurabilityCheckTest {
    @TempDir
    Path directory;

    @Test
    void aServerWithoutFsyncIsRefusedUnlessAllowed() {
        EphemeralDatabase fast = EphemeralPostgres.shared().newDatabase();

        assertThatThrownBy(() -> DurabilityCheck.require(fast.dataSource(), false))
                .isInstanceOf(UnsafeServerException.class)
                .hasMessageContaining("fsync=off")
                .hasMessageContaining("ALTER SYSTEM SET fsync = on");
        assertThatCode(() -> DurabilityCheck.require(fast.dataSource(), true)).doesNotThrowAnyException();
    }

    @Test
    void aDurableServerIsAcceptedButNotARoleThatDoesNotWait() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(ServerCase.settings(directory))) {
            PGSimpleDataSource source = (PGSimpleDataSource) new EphemeralDatabase(server.address()).dataSource();
            assertThatCode(() -> DurabilityCheck.require(source, false)).doesNotThrowAnyException();

            source.setOptions("-c synchronous_commit=off");
            assertThatThrownBy(() -> DurabilityCheck.require(source, false))
                    .isInstanceOf(UnsafeServerException.class)
                    .hasMessageContaining("synchronous_commit=off");
        }
    }
}
