package io.keelson.driver.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.StepContext;
import io.keelson.driver.testkit.ControlPlaneCrash;
import io.keelson.driver.testkit.DriverStepKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an upgrade puts aside, with a real database; crashes between any two reports of progress. */
class SafekeepingTest {
    @TempDir
    private Path root;

    private final InstanceSpec spec = TestWorkload.tinyServer().spec();
    private ProcessWorld world;
    private CustomerDatabase database;
    private InstanceDirectory directory;

    @BeforeEach
    void makeAnInstanceWithData() throws Exception {
        world = ProcessWorld.in(root);
        world.apply(List.of(DriverStepKind.RESERVATION, DriverStepKind.DATABASE, DriverStepKind.STORAGE), spec);
        database = CustomerDatabase.of(world, spec);
        database.fillWithEverything();
        directory = world.directory(spec);
        Files.writeString(directory.data().resolve("note.txt"), "precious");
        Files.createSymbolicLink(directory.data().resolve("link"), Path.of("note.txt"));
        Files.createDirectories(directory.release());
        Files.writeString(directory.release().resolve("app"), "old");
    }

    @AfterEach
    void leave() throws Exception {
        world.removeAll(spec);
    }

    @Test
    void whatTheNewReleaseDidIsGoneWhenItIsTakenBack() throws Exception {
        Map<String, String> before = database.rows();
        world.newDriver().dataSafekeeping().apply(context("upgrade", Integer.MAX_VALUE));
        world.newDriver().releaseSafekeeping().apply(context("upgrade", Integer.MAX_VALUE));
        assertThat(database.rows()).as("the copy is whole").isEqualTo(before);
        assertThat(directory.data().resolve("link")).isSymbolicLink().hasContent("precious");
        assertThat(directory.release()).doesNotExist();
        damage();

        takeBack("upgrade");

        assertUnharmed(before);
    }

    @Test
    void aCrashAnywhereIsMadeGoodForwardsAndBackwards() throws Exception {
        Map<String, String> before = database.rows();
        for (int crashAt = 1; crashAt <= 3; crashAt++) {
            String operation = "upgrade-" + crashAt;
            try {
                world.newDriver().dataSafekeeping().apply(context(operation, crashAt));
            } catch (ControlPlaneCrash crash) {
                if (crashAt % 2 == 1) {
                    world.newDriver().dataSafekeeping().apply(context(operation, Integer.MAX_VALUE));
                }
            }
            world.newDriver().dataSafekeeping().apply(context(operation, Integer.MAX_VALUE));
            world.newDriver().releaseSafekeeping().apply(context(operation, Integer.MAX_VALUE));
            world.newDriver().releaseSafekeeping().apply(context(operation, Integer.MAX_VALUE));
            damage();
            takeBack(operation);
            takeBack(operation);
            assertUnharmed(before);
        }
    }

    @Test
    void whatWasSetForTheDatabaseIsSetForTheCopyAndWhatTheReleaseSetIsTakenBack() throws Exception {
        String name = InstanceDatabase.name(spec.instanceId());
        database.run(
                "alter database %s set search_path = \"$user\", \"Odd Schema\", public".formatted(name),
                "alter database %s set timezone = 'Africa/Lagos'".formatted(name),
                "alter role %1$s in database %1$s set statement_timeout = '7s'".formatted(name));
        try (DatabaseSession session = DatabaseSession.open(ProcessWorld.server(ProcessWorld.postgres()))) {
            session.execute("alter database %s set shop.motto = 'it''s \"a=b\", c'".formatted(name));
        }
        String before = settings();
        assertThat(before).contains("\"Odd Schema\"", "Africa/Lagos", "a=b", "7s");

        world.newDriver().dataSafekeeping().apply(context("upgrade", Integer.MAX_VALUE));
        assertThat(settings()).isEqualTo(before);
        assertThat(database.one("select count(*) from \"Order\"")).isEqualTo("300");
        database.run("alter database %s set timezone = 'Europe/Berlin'".formatted(name));

        world.newDriver().dataSafekeeping().remove(context("upgrade", Integer.MAX_VALUE));
        assertThat(settings()).isEqualTo(before);
    }

    private String settings() throws Exception {
        return database.one("select string_agg(coalesce(r.rolname, '-') || ' ' || c, E'\\n"
                + "' order by r.rolname, c) from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase and"
                + " d.datname = current_database() left join pg_roles r on r.oid = s.setrole, unnest(s.setconfig) c");
    }

    @Test
    void anEmptiedTableIsNoticed() throws Exception {
        world.newDriver().dataSafekeeping().apply(context("upgrade", Integer.MAX_VALUE));
        world.newDriver().dataCheck().apply(context("upgrade", Integer.MAX_VALUE));
        database.run("truncate customer cascade");

        assertThatThrownBy(() -> world.newDriver().dataCheck().apply(context("upgrade", Integer.MAX_VALUE)))
                .isInstanceOfSatisfying(DriverException.class, failure -> assertThat(failure.code())
                        .isEqualTo(FailureCode.DATA_LOST));
        takeBack("upgrade");
    }

    @Test
    void nothingIsLeftAsideAfterTheDisposal() throws Exception {
        world.newDriver().dataSafekeeping().apply(context("upgrade", Integer.MAX_VALUE));
        world.newDriver().releaseSafekeeping().apply(context("upgrade", Integer.MAX_VALUE));
        Files.createDirectories(directory.release());

        world.newDriver().disposal().apply(context("upgrade", Integer.MAX_VALUE));

        assertThat(directory.dataAside()).doesNotExist();
        assertThat(directory.releaseAside()).doesNotExist();
        assertThat(directory.restoration()).doesNotExist();
    }

    @Test
    void theFilesAreNotPutAsideBeforeTheData() {
        assertThatThrownBy(() -> world.newDriver().releaseSafekeeping().apply(context("other", Integer.MAX_VALUE)))
                .isInstanceOf(DriverException.class);
    }

    private void damage() throws Exception {
        database.run("truncate customer cascade");
        Files.writeString(directory.data().resolve("note.txt"), "spoilt");
        Files.createDirectories(directory.release());
        Files.writeString(directory.release().resolve("app"), "new");
    }

    private void takeBack(String operation) throws Exception {
        world.newDriver().releaseSafekeeping().remove(context(operation, Integer.MAX_VALUE));
        world.newDriver().dataSafekeeping().remove(context(operation, Integer.MAX_VALUE));
    }

    private void assertUnharmed(Map<String, String> before) throws Exception {
        assertThat(database.rows()).isEqualTo(before);
        assertThat(directory.data().resolve("note.txt")).hasContent("precious");
        assertThat(directory.release().resolve("app")).hasContent("old");
        assertThat(directory.releaseAside()).doesNotExist();
        assertThat(directory.dataAside()).doesNotExist();
    }

    private StepContext context(String operation, int crashAt) {
        AtomicInteger reports = new AtomicInteger();
        return new StepContext(spec, operation, (_, message) -> {
            if (reports.incrementAndGet() == crashAt) {
                throw new ControlPlaneCrash(message);
            }
        });
    }
}
