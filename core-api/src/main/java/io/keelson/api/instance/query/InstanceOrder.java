package io.keelson.api.instance.query;

import io.keelson.api.query.Direction;

/** Order of a list of instances; ties are broken by id. */
public record InstanceOrder(InstanceOrderField field, Direction direction) {
    /** Oldest first. */
    public static final InstanceOrder DEFAULT = new InstanceOrder(InstanceOrderField.CREATED_AT, Direction.ASC);
}
