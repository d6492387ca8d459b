package io.keelson.graphql.message;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.query.AwaitProjected;
import io.keelson.graphql.error.NotYetVisibleException;
import io.keelson.graphql.request.Request;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes that can be read when they are answered: a command is sent, the read models are awaited, the result is read.
 * When they take too long the answer is {@link NotYetVisibleException}, for the change is stored.
 */
public final class Changes {
    private final Messages messages;
    private final Duration visibleWithin;

    public Changes(Messages messages, Duration visibleWithin) {
        this.messages = messages;
        this.visibleWithin = visibleWithin;
    }

    /**
     * Makes something new and reads it. A repeated request finds what its earlier try made.
     *
     * @param read reads the new thing, or null when it is not there
     */
    public <V> V create(Request request, Object command, Changed changed, Supplier<@Nullable V> read) {
        if (request.repeated()) {
            @Nullable V existing = read.get();
            if (existing != null) {
                return existing;
            }
        }
        try {
            messages.send(command, request.context());
        } catch (RuntimeException refusal) {
            // The refusal may mean that the earlier try took the name itself and is not projected yet.
            if (!request.repeated() || !visible(changed, request.context())) {
                throw refusal;
            }
        }
        return await(request, changed, read);
    }

    /** Waits until what was changed can be read, and reads it. */
    public <V> V await(Request request, Changed changed, Supplier<@Nullable V> read) {
        if (visible(changed, request.context())) {
            @Nullable V result = read.get();
            if (result != null) {
                return result;
            }
        }
        throw new NotYetVisibleException(changed.ids(), visibleWithin);
    }

    private boolean visible(Changed changed, RequestContext context) {
        long end = System.nanoTime() + visibleWithin.toNanos();
        return changed.ids().values().stream().allMatch(id -> {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            return messages.ask(new AwaitProjected(id, left), Boolean.class, context);
        });
    }
}
