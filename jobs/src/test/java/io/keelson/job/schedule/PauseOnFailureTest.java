package io.keelson.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.schedule.CatchUpMode;
import io.keelson.api.schedule.IntervalTiming;
import io.keelson.api.schedule.OverlapPolicy;
import io.keelson.api.schedule.RunRules;
import io.keelson.api.schedule.ScheduleDefinition;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.command.PauseSchedule;
import io.keelson.api.schedule.event.ScheduleEnabled;
import io.keelson.api.schedule.event.SchedulePaused;
import io.keelson.fixture.ScheduleFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PauseOnFailureTest {
    private static final int SUCCEEDED = 3;
    private static final int DEAD = 4;
    private static final int CANCELLED = 5;

    private final ScheduleWorld world = new ScheduleWorld();
    private final List<CommandMessage<?>> commands = new CopyOnWriteArrayList<>();
    private final CommandBus bus = SimpleCommandBus.builder().build();
    private final RunSettler settler = new RunSettler(
            world.database.dataSource(),
            DefaultCommandGateway.builder().commandBus(bus).build(),
            ScheduleSettings.DEFAULT);
    private int minute;

    @BeforeEach
    void listen() {
        bus.subscribe(PauseSchedule.class.getName(), message -> commands.add(message));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void afterSoManyFailuresInARowItAsksToBeSwitchedOff() {
        ScheduleId id = pausingAfter(3);
        runs(id, DEAD, DEAD);
        assertThat(commands).isEmpty();
        assertThat(world.view(id).failures()).isEqualTo(2);

        runs(id, DEAD);

        assertThat(commands).hasSize(1);
        assertThat(commands.getFirst().getPayload()).isEqualTo(new PauseSchedule(id, 3, 0));
        assertThat(commands.getFirst().getMetaData())
                .containsEntry(RequestContext.ACTOR_ID, "keelson")
                .containsEntry(RequestContext.REASON, "3 runs in a row failed.");
    }

    @Test
    void itAsksAgainUntilTheEventIsThere() {
        ScheduleId id = pausingAfter(1);
        runs(id, DEAD);
        settler.settle();
        assertThat(commands).hasSize(2);

        world.tell(new SchedulePaused(id, 1));
        settler.settle();

        assertThat(commands).hasSize(2);
    }

    @Test
    void aSuccessBreaksTheRowAndACancelledRunDoesNot() {
        ScheduleId id = pausingAfter(3);

        runs(id, DEAD, DEAD, SUCCEEDED, DEAD, CANCELLED, DEAD);
        assertThat(commands).isEmpty();
        assertThat(world.view(id).failures()).isEqualTo(2);

        runs(id, DEAD);
        assertThat(commands).hasSize(1);
    }

    @Test
    void whoEnablesItAgainBeginsANewRow() {
        ScheduleId id = pausingAfter(2);
        runs(id, DEAD, DEAD);
        world.tell(new SchedulePaused(id, 2));
        world.tell(new ScheduleEnabled(id));

        runs(id, DEAD);

        assertThat(commands).hasSize(1);
        assertThat(world.view(id).failures()).isEqualTo(1);
    }

    @Test
    void severalRunsThatEndedMeanwhileCountInTheOrderOfTheirFires() {
        ScheduleId id = pausingAfter(2);
        List.of(DEAD, SUCCEEDED, DEAD, DEAD).forEach(status -> runWithoutSettling(id, status));
        settler.settle();

        assertThat(world.view(id).failures()).isEqualTo(2);
        assertThat(commands).hasSize(1);
    }

    @Test
    void withoutABoundItGoesOn() {
        ScheduleId id = pausingAfter(0);
        runs(id, DEAD, DEAD, DEAD, DEAD);

        assertThat(commands).isEmpty();
        assertThat(world.view(id).failures()).isEqualTo(4);
    }

    @Test
    void aJobThatWasRemovedLeavesTheHistoryBehind() {
        ScheduleId id = pausingAfter(1);
        world.fireAt(Duration.ofMinutes(++minute));
        world.database.jdbc().sql("delete from jobs.platform_job").update();
        settler.settle();

        assertThat(world.runs(id).getFirst().state()).hasToString("REMOVED");
        assertThat(commands).isEmpty();
    }

    private void runs(ScheduleId id, int... outcomes) {
        for (int outcome : outcomes) {
            runWithoutSettling(id, outcome);
            settler.settle();
        }
    }

    private void runWithoutSettling(ScheduleId id, int outcome) {
        world.fireAt(Duration.ofMinutes(++minute));
        world.end(id, outcome);
    }

    private ScheduleId pausingAfter(int failures) {
        RunRules rules =
                new RunRules(OverlapPolicy.ALLOW, Duration.ofMinutes(1), CatchUpMode.LATEST, Duration.ZERO, failures);
        return world.create(new ScheduleDefinition(
                ScheduleFixtures.NAME,
                "",
                new IntervalTiming(Duration.ofMinutes(1), Instant.EPOCH),
                ScheduleFixtures.JOB,
                rules));
    }
}
