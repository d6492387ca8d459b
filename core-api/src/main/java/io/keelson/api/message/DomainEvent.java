package io.keelson.api.message;

/** Something that happened; stored for ever under its {@link LogicalName} and revision. */
public interface DomainEvent {}
