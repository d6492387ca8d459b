package io.keelson.graphql.page;

/** An item in a list and its place there. */
public record Edge<T>(String cursor, T node) {}
