package io.keelson.eventstore.serializer;

import org.axonframework.serialization.SerializationException;

/** A type has no logical name, or a name no type; it is neither stored nor read until the program knows it. */
public final class UnknownTypeException extends SerializationException {
    UnknownTypeException(String message) {
        super(message);
    }
}
