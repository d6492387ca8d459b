package io.keelson.eventstore.serializer;

import io.keelson.eventstore.serializer.LogicalNameSerializer.Unnamed;
import org.axonframework.serialization.Serializer;

/**
 * The three serializers that Axon asks for.
 *
 * @param events for events, their metadata and dead letters; refuses types without a logical name
 * @param general for sagas, tokens and snapshots; refuses types without a logical name
 * @param messages for commands, queries and answers on the wire between nodes
 */
public record Serializers(Serializer events, Serializer general, Serializer messages) {
    public static Serializers of(LogicalTypeNames names) {
        Serializer stored = new LogicalNameSerializer(names, Unnamed.REFUSED);
        return new Serializers(stored, stored, new LogicalNameSerializer(names, Unnamed.BY_CLASS_NAME));
    }
}
