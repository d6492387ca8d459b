package io.keelson.api.partner.query;

/** What a list of partners can be ordered by. */
public enum PartnerOrderField {
    CREATED_AT,
    NAME,
    /** By the name of the status: active, deleted, suspended. */
    STATUS
}
