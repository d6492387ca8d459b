package io.keelson.api.operation;

/** What an operation does to its instance. */
public enum OperationKind {
    PROVISION,
    TERMINATE
}
