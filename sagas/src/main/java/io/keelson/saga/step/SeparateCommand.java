package io.keelson.saga.step;

import io.keelson.api.error.Rejection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Sends a command on a thread of its own, and so in a transaction of its own: what it does stays when the event is
 * delivered again, and when it is refused only its own transaction is rolled back.
 */
public record SeparateCommand(CommandGateway gateway) {
    private static final long PATIENCE_SECONDS = 30;

    /** What came of a command: an answer, which may be null, or a refusal. */
    public record Reply(@Nullable Object answer, @Nullable Rejection rejection) {}

    /**
     * Waits until the command is handled; answers why not, when it is refused. Whatever else fails is thrown.
     *
     * @param metadata goes with the command, for the thread knows nothing of the event
     */
    public Optional<Rejection> send(Object command, Map<String, String> metadata) {
        return Optional.ofNullable(ask(command, metadata).rejection());
    }

    /** Like {@link #send}, for a command that answers. */
    public Reply ask(Object command, Map<String, String> metadata) {
        FutureTask<Reply> task = new FutureTask<>(() -> attempt(command, metadata));
        Thread.ofPlatform().daemon().name("separate-command").start(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + command, e);
        }
    }

    private Reply attempt(Object command, Map<String, String> metadata) {
        try {
            return new Reply(
                    gateway.sendAndWait(command, MetaData.from(metadata), PATIENCE_SECONDS, TimeUnit.SECONDS), null);
        } catch (CommandExecutionException e) {
            if (e.<Object>getDetails().orElse(null) instanceof Rejection rejection) {
                return new Reply(null, rejection);
            }
            throw e;
        }
    }
}
