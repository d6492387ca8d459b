package io.keelson.query.live;

/**
 * A committed change of a row of the read model.
 *
 * @param aggregateId text form of the id, for example {@code instance:<uuid>}
 * @param revision sequence number of the last event that the row shows
 */
public record RowChange(String aggregateId, long revision) {}
