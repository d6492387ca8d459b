package io.keelson.saga.suspension;

import io.keelson.api.error.Rejection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;

/**
 * Sends a command on a thread of its own, and so in a transaction of its own: what it does stays when the event is
 * delivered again, and when it is refused only its own transaction is rolled back.
 */
record SeparateCommand(CommandGateway gateway) {
    private static final long PATIENCE_SECONDS = 30;

    /**
     * Waits until the command is handled; answers why not, when it is refused. Whatever else fails is thrown.
     *
     * @param metadata goes with the command, for the thread knows nothing of the event
     */
    Optional<Rejection> send(Object command, Map<String, String> metadata) {
        FutureTask<Optional<Rejection>> task = new FutureTask<>(() -> attempt(command, metadata));
        Thread.ofPlatform().daemon().name("hold-command").start(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + command, e);
        }
    }

    private Optional<Rejection> attempt(Object command, Map<String, String> metadata) {
        try {
            gateway.sendAndWait(command, MetaData.from(metadata), PATIENCE_SECONDS, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (CommandExecutionException e) {
            if (e.<Object>getDetails().orElse(null) instanceof Rejection rejection) {
                return Optional.of(rejection);
            }
            throw e;
        }
    }
}
