package io.keelson.job.health;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** A gateway that keeps what is sent, after the test has done with it what it likes. */
final class UpkeepGateway implements CommandGateway {
    final List<Object> sent = new CopyOnWriteArrayList<>();
    volatile Consumer<Object> handler = _ -> {};

    <C> List<C> sent(Class<C> type) {
        return sent.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    @SuppressWarnings("NullAway")
    public <R> R sendAndWait(Object command, long timeout, TimeUnit unit) {
        Object payload = ((CommandMessage<?>) command).getPayload();
        handler.accept(payload);
        sent.add(payload);
        return null;
    }

    @Override
    public <R> R sendAndWait(Object command) {
        throw new UnsupportedOperationException("nobody may wait for ever");
    }

    @Override
    public <C, R> void send(C command, CommandCallback<? super C, ? super R> callback) {
        throw new UnsupportedOperationException("what was decided must be known");
    }

    @Override
    public <R> CompletableFuture<R> send(Object command) {
        throw new UnsupportedOperationException("what was decided must be known");
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> dispatchInterceptor) {
        throw new UnsupportedOperationException("not of this fake");
    }
}
