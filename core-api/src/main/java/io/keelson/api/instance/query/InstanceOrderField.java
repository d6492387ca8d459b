package io.keelson.api.instance.query;

/** What a list of instances can be ordered by. */
public enum InstanceOrderField {
    CREATED_AT,
    NAME
}
