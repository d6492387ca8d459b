package io.keelson.query.live;

import java.util.List;
import org.springframework.stereotype.Component;

/** Where projections say what they have changed. */
@Component
public class RowChanges {
    private final List<RowChangeListener> listeners;

    RowChanges(List<RowChangeListener> listeners) {
        this.listeners = listeners;
    }

    /** Tells this node and, through it, the others. To be called after the commit of the changes. */
    public void publish(List<RowChange> changes) {
        if (!changes.isEmpty()) {
            listeners.forEach(listener -> listener.changed(changes));
        }
    }
}
