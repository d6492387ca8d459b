package io.keelson.query.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings every committed change to the subscriptions and waiting requests of every node: straight within this node,
 * through PostgreSQL notifications to the others.
 */
@Component
class LiveUpdates implements RowChangeListener, SmartLifecycle, ChangeReceiver.Listener {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Waiters waiters;
    private final PendingChanges toSubscriptions;
    private final PendingChanges toNodes;
    private final ChangeSender sender;
    private final ChangeReceiver receiver;
    private final Loop updating;
    private final Loop sending;
    private final Loop receiving;
    private volatile boolean running;

    LiveUpdates(
            NotificationConnections connections,
            QueryUpdateEmitter emitter,
            List<WatchedViews<?, ?>> kinds,
            Waiters waiters,
            Clock clock) {
        this.waiters = waiters;
        toSubscriptions = new PendingChanges(clock);
        toNodes = new PendingChanges(clock);
        sender = new ChangeSender(connections, toNodes);
        receiver = new ChangeReceiver(connections, this, clock);
        SubscriptionUpdates updates = new SubscriptionUpdates(emitter, kinds, toSubscriptions);
        updating = new Loop("projection-updates", updates::turn, PAUSE);
        sending = new Loop("projection-notify", sender::turn, PAUSE);
        receiving = new Loop("projection-listen", receiver::turn, PAUSE);
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            updating.start();
            sending.start();
            receiving.start();
        }
    }

    @Override
    public synchronized void stop() {
        if (running) {
            running = false;
            receiving.stop(receiver::close);
            sending.stop(sender::close);
            updating.stop(() -> {});
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void changed(List<RowChange> changes) {
        if (running) {
            toSubscriptions.add(changes);
            toNodes.add(changes);
        }
    }

    @Override
    public void heard(List<RowChange> changes) {
        waiters.changed(changes);
        toSubscriptions.add(changes);
    }

    @Override
    public void missed(Instant since) {
        toSubscriptions.addGap(since);
    }
}
