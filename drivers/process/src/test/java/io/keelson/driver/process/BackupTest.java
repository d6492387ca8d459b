package io.keelson.driver.process;

import static io.keelson.driver.process.FailureAssertions.assertFailsWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keelson.driver.DriverStep;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepParameter;
import io.keelson.driver.StepProgress;
import io.keelson.driver.StepResult;
import io.keelson.driver.testkit.ControlPlaneCrash;
import io.keelson.driver.testkit.DriverStepKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final String RESTORING = "operation-that-restores";

    @TempDir
    private Path root;

    private final UUID backup = UUID.randomUUID();
    private final InstanceSpec spec = TestWorkload.tinyServer().spec();
    private ProcessWorld world;
    private CustomerDatabase database;
    private Path data;

    @BeforeEach
    void makeAnInstanceWithData() throws Exception {
        world = ProcessWorld.in(root);
        world.apply(List.of(DriverStepKind.RESERVATION, DriverStepKind.DATABASE, DriverStepKind.STORAGE), spec);
        database = CustomerDatabase.of(world, spec);
        database.fillWithEverything();
        data = world.directory(spec).data();
        Files.createDirectories(data.resolve("empty"));
        Files.writeString(data.resolve("note.txt"), "precious");
        Files.createSymbolicLink(data.resolve("link"), Path.of("note.txt"));
    }

    @AfterEach
    void leave() throws Exception {
        world.removeAll(spec);
    }

    @Test
    void whatWasDamagedComesBackRowForRow() throws Exception {
        Map<String, String> before = database.rows();
        back();
        damage();

        restore(backup);

        assertThat(database.rows()).isEqualTo(before);
        assertThat(data.resolve("note.txt")).hasContent("precious");
        assertThat(data.resolve("link")).isSymbolicLink().hasContent("precious");
        assertThat(data.resolve("empty")).isDirectory();
        assertThat(data.resolve("rubbish")).doesNotExist();
    }

    @Test
    void whatWasRestoredWorksAsBefore() throws Exception {
        back();
        damage();
        restore(backup);

        assertThat(database.one("insert into customer (name) values ('new') returning id"))
                .isEqualTo("502");
        assertThat(database.one("insert into \"Odd Schema\".\"Order\" (customer, total) values (1, 5) returning id ||"
                        + " '/' || double_total"))
                .isEqualTo("301/10.00");
        assertThat(database.one("update customer set born = null where id = 1 returning seen at time zone 'UTC'"))
                .startsWith("2026-01-02 03:04:05.678901");
        assertThat(database.one("select shout('x')")).isEqualTo("X");
        assertThatThrownBy(() -> database.run("insert into \"Odd Schema\".\"Order\" (customer, total) values (1, -1)"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(
                        () -> database.run("insert into \"Odd Schema\".\"Order\" (customer, total) values (99999, 1)"))
                .isInstanceOf(SQLException.class);
        assertThat(database.one("select count(*) from pg_indexes where indexname = 'order_of_customer'"))
                .isEqualTo("1");
    }

    @Test
    void takingARestorationBackBringsTheDamageBack() throws Exception {
        back();
        damage();
        Map<String, String> damaged = database.rows();
        restore(backup);

        world.newDriver().restoration().remove(context(RESTORING, backup));

        assertThat(database.rows()).isEqualTo(damaged);
        assertThat(data.resolve("rubbish")).exists();
    }

    @Test
    void nothingIsLeftAsideAfterTheDisposal() throws Exception {
        back();
        restore(backup);

        DriverStep disposal = world.newDriver().disposal();
        disposal.apply(context(RESTORING, backup));
        disposal.apply(context(RESTORING, backup));

        InstanceDirectory directory = world.directory(spec);
        assertThat(directory.dataAside()).doesNotExist();
        assertThat(directory.restoration()).doesNotExist();
        assertThat(new DatabaseAdministration(ProcessWorld.server(ProcessWorld.postgres()))
                        .isSwapped(spec.instanceId()))
                .isFalse();
    }

    @Test
    void aCrashAnywhereInARestorationIsMadeGood() throws Exception {
        Map<String, String> before = database.rows();
        back();
        for (int crashAt = 1; crashAt <= 6; crashAt++) {
            damage();
            String operation = "restoration-" + crashAt;
            try {
                world.newDriver().restoration().apply(crashingContext(operation, crashAt));
            } catch (ControlPlaneCrash crash) {
                world.newDriver().restoration().apply(context(operation, backup));
            }
            assertThat(database.rows())
                    .as("after a crash at report %d", crashAt)
                    .isEqualTo(before);
            assertThat(data.resolve("note.txt")).hasContent("precious");
        }
    }

    @Test
    void aCrashAnywhereInARestorationCanBeTakenBack() throws Exception {
        back();
        damage();
        Map<String, String> damaged = database.rows();
        for (int crashAt = 1; crashAt <= 6; crashAt++) {
            String operation = "restoration-" + crashAt;
            try {
                world.newDriver().restoration().apply(crashingContext(operation, crashAt));
            } catch (ControlPlaneCrash crash) {
                assertThat(crash).isNotNull();
            }
            world.newDriver().restoration().remove(context(operation, backup));
            assertThat(database.rows())
                    .as("after a crash at report %d", crashAt)
                    .isEqualTo(damaged);
            assertThat(data.resolve("rubbish")).exists();
        }
    }

    @Test
    void halfABackupIsMadeAnew() throws Exception {
        for (int crashAt = 1; crashAt <= 3; crashAt++) {
            UUID half = UUID.randomUUID();
            int at = crashAt;
            assertThatThrownBy(() -> world.newDriver().backup().apply(crashingContext("b", at, half)))
                    .isInstanceOf(ControlPlaneCrash.class);
            world.newDriver().backup().apply(context("b", half));
            world.newDriver().backupCheck().apply(context("b", half));
        }
        assertThat(root.resolve("backups")).isDirectoryRecursivelyContaining("glob:**/manifest.json");
        assertThat(drafts()).isEmpty();
    }

    @Test
    void aBackupTwiceIsTheSameBackup() throws Exception {
        StepResult first = back();
        database.run("delete from customer");

        assertThat(back()).isEqualTo(first);
    }

    @Test
    void aRemovedBackupLeavesNothing() throws Exception {
        back();
        DriverStep step = world.newDriver().backup();

        step.remove(context("b", backup));
        step.remove(context("b", backup));

        assertThat(root.resolve("backups")).isEmptyDirectory();
    }

    @Test
    void aChangedByteIsFound() throws Exception {
        back();
        Path rows = Files.list(directory(backup).resolve("tables"))
                .sorted()
                .findFirst()
                .orElseThrow();
        byte[] content = Files.readAllBytes(rows);
        content[content.length / 2] ^= 1;
        Files.write(rows, content);

        assertFailsWith(
                FailureCode.BACKUP_UNUSABLE,
                () -> world.newDriver().backupCheck().apply(context("r", backup)));
    }

    @Test
    void aMissingFileIsFound() throws Exception {
        back();
        Files.delete(directory(backup).resolve("files").resolve("note.txt"));

        assertFailsWith(
                FailureCode.BACKUP_UNUSABLE,
                () -> world.newDriver().backupCheck().apply(context("r", backup)));
    }

    @Test
    void aChangedManifestIsFound() throws Exception {
        Map<String, String> outputs = ((StepResult.Done) back()).outputs();
        Path manifest = directory(backup).resolve("manifest.json");
        Files.writeString(
                manifest, Files.readString(manifest).replace("\"version\":\"1.0.0\"", "\"version\":\"6.6.6\""));
        Map<String, String> parameters = Map.of(
                StepParameter.BACKUP_ID, backup.toString(),
                StepParameter.BACKUP_CHECKSUM, outputs.get("backupChecksum"));

        assertFailsWith(
                FailureCode.BACKUP_UNUSABLE,
                () -> world.newDriver().backupCheck().apply(new StepContext(spec, "r", StepProgress.NONE, parameters)));
    }

    @Test
    void aBackupOfAnotherInstanceIsRefused() throws Exception {
        back();
        UUID foreign = UUID.randomUUID();
        Path place = root.resolve("backups").resolve(foreign.toString());
        Files.createDirectories(place);
        Files.move(directory(backup), place.resolve(backup.toString()));
        Map<String, String> parameters =
                Map.of(StepParameter.BACKUP_ID, backup.toString(), StepParameter.BACKUP_OF, foreign.toString());

        assertFailsWith(
                FailureCode.BACKUP_UNUSABLE,
                () -> world.newDriver().backupCheck().apply(new StepContext(spec, "r", StepProgress.NONE, parameters)));
    }

    @Test
    void anUnknownBackupIsRefused() {
        assertFailsWith(
                FailureCode.BACKUP_UNUSABLE,
                () -> world.newDriver().backupCheck().apply(context("r", backup)));
    }

    @Test
    void onlyTheNewestAreKept() throws Exception {
        List<UUID> made = Stream.generate(UUID::randomUUID).limit(4).toList();
        for (UUID id : made) {
            world.newDriver().backup().apply(context("b", id));
        }
        Map<String, String> parameters = new HashMap<>(Map.of(StepParameter.KEEP_BACKUPS, "2"));

        StepResult.Done done = (StepResult.Done)
                world.newDriver().backupExpiry().apply(new StepContext(spec, "b", StepProgress.NONE, parameters));

        assertThat(done.outputs().get("expiredBackups").split(","))
                .containsExactlyInAnyOrder(made.get(0).toString(), made.get(1).toString());
        assertThat(directory(made.get(0))).doesNotExist();
        assertThat(directory(made.get(3))).exists();
    }

    @Test
    void whatExpiredBeforeACrashIsToldAfterIt() throws Exception {
        List<UUID> made = Stream.generate(UUID::randomUUID).limit(3).toList();
        for (UUID id : made) {
            world.newDriver().backup().apply(context("b", id));
        }
        DriverStep expiry = world.newDriver().backupExpiry();
        StepContext first =
                new StepContext(spec, "upgrade-1", StepProgress.NONE, Map.of(StepParameter.KEEP_BACKUPS, "1"));
        StepResult told = expiry.apply(first);

        assertThat(expiry.apply(first)).as("the outcome was not recorded").isEqualTo(told);
        StepResult.Done next = (StepResult.Done) expiry.apply(
                new StepContext(spec, "upgrade-2", StepProgress.NONE, Map.of(StepParameter.KEEP_BACKUPS, "1")));
        assertThat(next.outputs().get("expiredBackups")).isEmpty();
    }

    @Test
    void aFullDiskLeavesNoHalfBackup() throws Exception {
        Path small = root.resolve("backups");
        Files.createDirectories(small);
        assumeTrue(
                ran("mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", small.toString()), "needs the right to mount");
        try {
            database.run("insert into customer (name) select md5(n::text) from generate_series(1, 20000) n");

            assertFailsWith(FailureCode.DISK_FULL, this::back);

            assertThat(drafts()).isEmpty();
            assertThat(directory(backup)).doesNotExist();
        } finally {
            assertThat(ran("umount", small.toString())).isTrue();
        }
    }

    @Test
    void whatCannotBeKeptIsRefusedBeforeAnythingIsWritten() throws Exception {
        database.run("create table measured (at date) partition by range (at)");

        assertFailsWith(FailureCode.SPECIFICATION_REFUSED, this::back);

        assertThat(directory(backup)).doesNotExist();
    }

    private StepResult back() throws Exception {
        return world.newDriver().backup().apply(context("b", backup));
    }

    private void restore(UUID id) throws Exception {
        world.newDriver().backupCheck().apply(context(RESTORING, id));
        world.newDriver().restoration().apply(context(RESTORING, id));
    }

    private void damage() throws Exception {
        database.run("drop schema if exists \"Odd Schema\" cascade", "update customer set name = name || ' damaged'");
        Files.deleteIfExists(data.resolve("note.txt"));
        Files.writeString(data.resolve("rubbish"), "rubbish");
    }

    private Path directory(UUID id) {
        return root.resolve("backups").resolve(spec.instanceId().toString()).resolve(id.toString());
    }

    private List<Path> drafts() throws Exception {
        try (Stream<Path> all = Files.walk(root.resolve("backups"))) {
            return all.filter(path -> path.toString().endsWith(".draft")).toList();
        }
    }

    private StepContext context(String operation, UUID id) {
        return new StepContext(spec, operation, StepProgress.NONE, Map.of(StepParameter.BACKUP_ID, id.toString()));
    }

    private StepContext crashingContext(String operation, int crashAt) {
        return crashingContext(operation, crashAt, backup);
    }

    private StepContext crashingContext(String operation, int crashAt, UUID id) {
        int[] reports = {0};
        return new StepContext(
                spec,
                operation,
                (percent, message) -> {
                    if (++reports[0] == crashAt) {
                        throw new ControlPlaneCrash(message);
                    }
                },
                Map.of(StepParameter.BACKUP_ID, id.toString()));
    }

    private static boolean ran(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }
}
