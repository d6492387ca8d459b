package io.keelson.api.partner.query;

import io.keelson.api.query.Direction;

/** Order of a list of partners; ties are broken by id. */
public record PartnerOrder(PartnerOrderField field, Direction direction) {
    /** Oldest first. */
    public static final PartnerOrder DEFAULT = new PartnerOrder(PartnerOrderField.CREATED_AT, Direction.ASC);
}
