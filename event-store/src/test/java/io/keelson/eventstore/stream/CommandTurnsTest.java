package io.keelson.eventstore.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.eventstore.TestEvents;
import io.keelson.eventstore.TestNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.MessageHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandTurnsTest {
    private static final int COMMANDS = 40;

    private final TestNode here = TestNode.start();
    private final TestNode there = here.sibling();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
        there.close();
        here.close();
    }

    @Test
    void commandsOnOneAggregateFollowEachOtherAcrossNodesWithoutAConflict() throws Exception {
        here.store.publish(TestEvents.event("a", 0, 0));
        List<CommandBus> nodes = List.of(bus(here), bus(there));
        List<Future<?>> sent = new ArrayList<>();
        for (int number = 0; number < COMMANDS; number++) {
            CommandBus node = nodes.get(number % 2);
            sent.add(threads.submit(() -> send(node, "a")));
        }
        for (Future<?> command : sent) {
            command.get(30, TimeUnit.SECONDS);
        }

        assertThat(here.store.readEvents("a").asStream().map(event -> event.getSequenceNumber()))
                .hasSize(COMMANDS + 1)
                .isSorted();
        assertThat(turns()).isZero();
    }

    @Test
    void aReaderThatIsNoCommandTakesNoTurn() {
        here.store.publish(TestEvents.event("a", 0, 0));

        here.transaction().executeWithoutResult(_ -> {
            assertThat(here.store.readEvents("a").asStream()).hasSize(1);
            assertThat(turns()).isZero();
        });
    }

    /** Each command appends an event with the sequence number that follows the last one it read. */
    private static CommandBus bus(TestNode node) {
        SimpleCommandBus bus =
                SimpleCommandBus.builder().transactionManager(node.transactions).build();
        MessageHandler<CommandMessage<?>> move = command -> {
            String aggregate = (String) command.getPayload();
            long events = node.store.readEvents(aggregate).asStream().count();
            node.store.publish(TestEvents.event(aggregate, events, 0));
            return events;
        };
        bus.subscribe(String.class.getName(), move);
        return bus;
    }

    private int turns() {
        return there.jdbc()
                .sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                .query(Integer.class)
                .single();
    }

    private static void send(CommandBus bus, Object command) {
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        CommandCallback<Object, Object> callback = answer;
        bus.dispatch(GenericCommandMessage.asCommandMessage(command), callback);
        assertThat(answer.getResult().optionalExceptionResult()).isEmpty();
    }
}
