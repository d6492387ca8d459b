package io.keelson.api.query;

/** Order of a list. */
public enum Direction {
    ASC,
    DESC
}
