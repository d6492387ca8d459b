package io.keelson.driver.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.driver.InstanceDriver;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.testkit.InstanceMigrationContract;
import io.keelson.postgres.EphemeralPostgres;
import io.keelson.postgres.PostgresAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sites with a PostgreSQL server each; everything that holds for one site also holds behind both. */
class ProcessSitesContractTest implements InstanceMigrationContract {
    private static final PostgresAddress NORTH =
            EphemeralPostgres.another().newDatabase().address();
    private static final PortRange PORTS = new PortRange(24_000, 24_499);

    @TempDir
    private Path root;

    private ProcessDriverSettings local;

    @BeforeEach
    void settle() {
        local = new ProcessDriverSettings(
                root.resolve("local"),
                new PortRange(23_500, 23_999),
                ProcessWorld.server(ProcessWorld.postgres()),
                ProcessDriverSettings.runningJava(),
                ProcessDriverSettings.SYSTEM_CONTROL_GROUPS,
                Duration.ofSeconds(5));
    }

    @Override
    public InstanceDriver newDriver() {
        return drivers(local.forSite("north", root.resolve("north"), PORTS, ProcessWorld.server(NORTH)));
    }

    private InstanceDriver drivers(ProcessDriverSettings north) {
        return ProcessSites.driver("local", Map.of("local", local, "north", north), Clock.systemUTC());
    }

    @Override
    public InstanceSpec newSpec() {
        return TestWorkload.tinyServer().spec();
    }

    @Override
    public String otherRegion() {
        return "north";
    }

    @Test
    void sitesThatWouldGetIntoEachOthersWayAreRefused() {
        DatabaseServer server = ProcessWorld.server(NORTH);
        Path directory = root.resolve("north");
        refuses(local.forSite("north", directory, local.ports(), server), "port");
        refuses(local.forSite("north", directory, PORTS, local.database()), "PostgreSQL server");
        refuses(
                new ProcessDriverSettings(
                        local.root().resolve("inside"),
                        PORTS,
                        server,
                        local.java(),
                        local.controlGroups(),
                        local.stopGrace()),
                "directory");
        refuses(
                new ProcessDriverSettings(
                        directory, PORTS, server, local.java(), local.controlGroups(), local.stopGrace()),
                "mark");
    }

    private void refuses(ProcessDriverSettings north, String shared) {
        assertThatThrownBy(() -> drivers(north)).hasMessageContaining("share a " + shared);
    }
}
