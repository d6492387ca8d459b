package io.keelson.query.row;

/** Thrown when an event changes an aggregate of which the read model has no row, so an earlier event was lost. */
public final class MissingRowException extends IllegalStateException {
    MissingRowException(String aggregateId, long sequence, String event) {
        super(
                ("%s has no row in the read model, but its event %d (%s) changes one. Nothing was changed; the event waits "
                                + "with the later ones of its aggregate in the dead-letter queue until the row is rebuilt.")
                        .formatted(aggregateId, sequence, event));
    }
}
