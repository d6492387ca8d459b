package io.keelson.driver.process;

import static io.keelson.driver.process.FailureAssertions.assertFailsWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.WorkloadFile;
import io.keelson.driver.testkit.DriverStepKind;
import io.keelson.driver.testkit.InstanceSpecFixtures;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
    @TempDir
    private Path root;

    private ProcessWorld world;
    private InstanceSpec spec = TestWorkload.tinyServer().spec();

    @BeforeEach
    void enter() {
        world = ProcessWorld.in(root);
    }

    @AfterEach
    void nothingIsLeftBehind() throws Exception {
        world.removeAll(spec);
        assertThat(world.observe(spec).present()).isEmpty();
    }

    @Test
    void aFullPortRangeIsNamed() throws Exception {
        ProcessWorld narrow = world.withPorts(24_000, 24_000);
        InstanceSpec first = TestWorkload.tinyServer().spec();
        narrow.apply(DriverStepKind.NETWORK.before().subList(0, 1), first);
        narrow.apply(DriverStepKind.NETWORK, first);
        narrow.apply(DriverStepKind.RESERVATION, spec);

        DriverException failure =
                assertFailsWith(FailureCode.PORT_RANGE_FULL, () -> narrow.apply(DriverStepKind.NETWORK, spec));

        assertThat(failure).hasMessageContaining("24000 to 24000");
        narrow.removeAll(first);
        narrow.apply(DriverStepKind.NETWORK, spec);
    }

    @Test
    void aPortOnWhichAStrangerListensIsPassedOver() throws Exception {
        try (ServerSocket stranger = new ServerSocket()) {
            stranger.bind(new InetSocketAddress("127.0.0.1", 24_010));
            ProcessWorld narrow = world.withPorts(24_010, 24_011);
            narrow.apply(List.of(DriverStepKind.RESERVATION, DriverStepKind.NETWORK), spec);

            assertThat(narrow.observe(spec).url()).endsWith(":24011");
        }
    }

    @Test
    void aPortWhoseInstanceHasNoDirectoryIsTakenOver() throws Exception {
        ProcessWorld narrow = world.withPorts(24_020, 24_020);
        InstanceSpec vanished = TestWorkload.tinyServer().spec();
        narrow.apply(List.of(DriverStepKind.RESERVATION, DriverStepKind.NETWORK), vanished);
        FileTree.delete(narrow.directory(vanished).path());

        narrow.apply(List.of(DriverStepKind.RESERVATION, DriverStepKind.NETWORK), spec);

        assertThat(narrow.observe(spec).url()).endsWith(":24020");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() throws Exception {
        Path instances = Files.writeString(root.resolve("instances"), "a file where a directory should be");

        DriverException failure = assertFailsWith(
                FailureCode.DIRECTORY_NOT_WRITABLE, () -> world.apply(DriverStepKind.RESERVATION, spec));

        assertThat(failure).hasMessageContaining(instances.toString());
    }

    @Test
    void aRootThatCannotBeMadeIsNamed(@TempDir Path elsewhere) throws Exception {
        Path blocked = Files.writeString(elsewhere.resolve("root"), "a file where the root should be");
        ProcessWorld nowhere = ProcessWorld.in(blocked);

        DriverException failure = assertFailsWith(
                FailureCode.DIRECTORY_NOT_WRITABLE, () -> nowhere.apply(DriverStepKind.RESERVATION, spec));

        assertThat(failure).hasMessageContaining(blocked.toString());
        nowhere.removeAll(spec);
    }

    @Test
    void moreMemoryThanTheMachineHasIsRefused() {
        InstanceSpec greedy = InstanceSpecFixtures.withResources(spec, 100, 4_000_000);

        DriverException failure =
                assertFailsWith(FailureCode.CAPACITY_EXCEEDED, () -> world.apply(DriverStepKind.RESERVATION, greedy));

        assertThat(failure).hasMessageContaining("MiB of memory");
    }

    @Test
    void moreCoresThanTheMachineHasAreRefused() {
        InstanceSpec greedy = InstanceSpecFixtures.withResources(spec, 256_000_000, 64);

        assertFailsWith(FailureCode.CAPACITY_EXCEEDED, () -> world.apply(DriverStepKind.RESERVATION, greedy));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "a/../../outside", "/etc/outside", "."})
    void aFilePathThatLeadsOutOfTheDirectoryIsRefused(String path) {
        spec = TestWorkload.tinyServer()
                .withFile(new WorkloadFile(path, "/etc/hostname", null))
                .spec();

        assertFailsWith(FailureCode.SPECIFICATION_REFUSED, () -> world.apply(DriverStepKind.RESERVATION, spec));
    }

    @Test
    void aVariableThatNoProcessCanHaveIsRefused() {
        spec = TestWorkload.tinyServer().withVariable("A=B", "c").spec();

        assertFailsWith(FailureCode.SPECIFICATION_REFUSED, () -> world.apply(DriverStepKind.RESERVATION, spec));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/with space", "/%zz", "@stranger.example.com/", "/\u0000"})
    void aSmokePathThatIsNoAddressIsRefused(String path) {
        spec = TestWorkload.tinyServer().withSmokePaths(path).spec();

        assertFailsWith(FailureCode.SPECIFICATION_REFUSED, () -> world.apply(DriverStepKind.RESERVATION, spec));
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        spec = TestWorkload.tinyServer()
                .withFile(new WorkloadFile("app.jar", root.resolve("absent.jar").toString(), null))
                .spec();

        DriverException failure = assertFailsWith(FailureCode.ARTIFACT_UNUSABLE, () -> world.applyAll(spec));

        assertThat(failure).hasMessageContaining("app.jar").hasMessageContaining("absent.jar");
    }

    @Test
    void aFileWithAnotherDigestIsNotPutInPlace() throws Exception {
        Path source = Files.writeString(root.resolve("source.txt"), "changed on the way");
        spec = TestWorkload.tinyServer()
                .withFile(new WorkloadFile("app.txt", source.toUri().toString(), "0".repeat(64)))
                .spec();

        assertFailsWith(FailureCode.ARTIFACT_UNUSABLE, () -> world.applyAll(spec));

        assertThat(world.directory(spec).release()).isEmptyDirectory();
    }

    @Test
    void aLinkLeftByAnEarlierPreparationIsNotFollowed(@TempDir Path elsewhere) throws Exception {
        Path source = Files.writeString(root.resolve("source.txt"), "content");
        spec = TestWorkload.tinyServer()
                .withFile(new WorkloadFile("sub/app.txt", source.toString(), null))
                .withPrepare("rm -r sub && ln -s " + elsewhere + " sub")
                .spec();
        world.apply(DriverStepKind.MIGRATION.before(), spec);

        assertFailsWith(FailureCode.ARTIFACT_UNUSABLE, () -> world.apply(DriverStepKind.DEPLOYMENT, spec));

        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aFailingPreparationShowsItsLastWordsWithoutThePassword() throws Exception {
        spec = TestWorkload.tinyServer()
                .withVariable("SECRET", "{databasePassword}")
                .withPrepare("echo cannot connect with $SECRET; exit 3")
                .spec();

        DriverException failure = assertFailsWith(FailureCode.COMMAND_FAILED, () -> world.applyAll(spec));

        assertThat(failure)
                .hasMessageContaining("prepare")
                .hasMessageContaining("exit status 3")
                .hasMessageContaining("cannot connect with ***");
        assertThat(failure.getMessage())
                .doesNotContain(Files.readString(world.directory(spec).databasePassword()));
    }

    @Test
    void aFailingMigrationIsNamed() {
        spec = TestWorkload.tinyServer()
                .withMigrate("echo no such table; exit 1")
                .spec();

        DriverException failure = assertFailsWith(FailureCode.COMMAND_FAILED, () -> world.applyAll(spec));

        assertThat(failure).hasMessageContaining("migrate").hasMessageContaining("no such table");
    }

    @Test
    void aCommandThatMeetsAFullDiskSaysSo() {
        spec = TestWorkload.tinyServer()
                .withPrepare("cat /etc/hostname > /dev/full")
                .spec();

        assertFailsWith(FailureCode.DISK_FULL, () -> world.applyAll(spec));
    }

    @Test
    void aProgramThatDoesNotExistIsFoundOutAtTheStart() {
        spec = TestWorkload.tinyServer()
                .withCommand(List.of("/no/such/program"))
                .spec();

        DriverException failure = assertFailsWith(FailureCode.WORKLOAD_EXITED, () -> world.applyAll(spec));

        assertThat(failure).hasMessageContaining("exit status 127").hasMessageContaining("/no/such/program");
    }

    @Test
    void aCommandThatExitsAtOnceIsFoundOutWithItsLastWords() {
        spec = TestWorkload.shell("echo configuration is bad; exit 7").spec();

        DriverException failure = assertFailsWith(FailureCode.WORKLOAD_EXITED, () -> world.applyAll(spec));

        assertThat(failure.getMessage()).contains("configuration is bad");
    }

    @Test
    void aHealthCheckThatIsNeverAnsweredEnds() {
        spec = TestWorkload.shell("exec sleep 600")
                .withHealthTimeout(Duration.ofMillis(300))
                .spec();

        DriverException failure = assertFailsWith(FailureCode.HEALTH_CHECK_FAILED, () -> world.applyAll(spec));

        assertThat(failure).hasMessageContaining("/health").hasMessageContaining("nothing listens on the port");
    }

    @Test
    void anUnhealthyAnswerIsShown() {
        spec = TestWorkload.tinyServer()
                .withVariable("HEALTH_STATUS", "503")
                .withVariable("HEALTH_TEXT", "no database, tried {databasePassword}")
                .withHealthTimeout(Duration.ofSeconds(2))
                .spec();

        DriverException failure = assertFailsWith(FailureCode.HEALTH_CHECK_FAILED, () -> world.applyAll(spec));

        assertThat(failure).hasMessageContaining("status 503: no database, tried ***");
    }

    @Test
    void aBrokenSmokePathIsNamed() {
        spec = TestWorkload.tinyServer()
                .withSmokePaths("/environment", "/broken")
                .spec();

        DriverException failure = assertFailsWith(FailureCode.SMOKE_TEST_FAILED, () -> world.applyAll(spec));

        assertThat(failure).hasMessageContaining("/broken").hasMessageContaining("status 500: out of order");
    }

    @Test
    void hostileNamesReachNothing() throws Exception {
        InstanceSpec hostile = new InstanceSpec(
                spec.instanceId(),
                "../../etc/$(touch /tmp/x)'; DROP DATABASE postgres; --",
                spec.component(),
                spec.version(),
                spec.region(),
                spec.dataResidency(),
                spec.suites(),
                spec.capabilities(),
                spec.customDomain(),
                spec.tls(),
                spec.settings(),
                spec.cpuMillis(),
                spec.memoryMegabytes(),
                spec.storageMegabytes(),
                spec.workload());

        world.applyAll(hostile);

        assertThat(world.observe(hostile).url()).isNotNull();
    }
}
