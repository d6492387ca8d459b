package io.keelson.eventstore.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.keelson.api.instance.command.ProvisionInstance;
import io.keelson.api.partner.command.RegisterPartner;
import io.keelson.eventstore.TestNode;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.PartnerFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.MessageHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AggregateLockInterceptorTest {
    private static final int COMMANDS = 12;
    private static final long WORK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final TestNode here = TestNode.start();
    private final TestNode there = here.sibling();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
        there.close();
        here.close();
    }

    @Test
    void commandsOnOneAggregateTakeTurnsAcrossNodes() throws Exception {
        List<CommandBus> nodes = List.of(bus(here), bus(there));
        List<Future<?>> sent = new ArrayList<>();
        for (int number = 0; number < COMMANDS; number++) {
            CommandBus node = nodes.get(number % 2);
            sent.add(threads.submit(() -> send(node, InstanceFixtures.provisionInstance())));
        }
        for (Future<?> command : sent) {
            command.get(30, TimeUnit.SECONDS);
        }

        assertThat(most).hasValue(1);
    }

    @Test
    void theLockIsFreeAfterTheCommandAndOtherCommandsPass() {
        CommandBus bus = bus(here);

        assertThatNoException().isThrownBy(() -> {
            send(bus, InstanceFixtures.provisionInstance());
            send(bus, PartnerFixtures.registerPartner());
            send(bus, "no target");
        });
        assertThat(here.jdbc()
                        .sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private CommandBus bus(TestNode node) {
        SimpleCommandBus bus =
                SimpleCommandBus.builder().transactionManager(node.transactions).build();
        bus.registerHandlerInterceptor(new AggregateLockInterceptor(node.pool));
        MessageHandler<CommandMessage<?>> work = _ -> work();
        bus.subscribe(ProvisionInstance.class.getName(), work);
        bus.subscribe(RegisterPartner.class.getName(), work);
        bus.subscribe(String.class.getName(), work);
        return bus;
    }

    private Object work() {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        LockSupport.parkNanos(WORK_NANOS);
        return inside.decrementAndGet();
    }

    private static void send(CommandBus bus, Object command) {
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        CommandCallback<Object, Object> callback = answer;
        bus.dispatch(GenericCommandMessage.asCommandMessage(command), callback);
        assertThat(answer.getResult().isExceptional()).isFalse();
    }
}
