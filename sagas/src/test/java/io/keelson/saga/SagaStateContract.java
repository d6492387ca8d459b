package io.keelson.saga;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.test.utils.RecordingCommandBus;
import org.junit.jupiter.api.Test;

/** The state of a saga comes back from the store as it went in, at every moment of its life. */
public abstract class SagaStateContract<T> {
    private final Serializer serializer = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(
                    builder -> builder.changeDefaultVisibility(visibility -> visibility.withFieldVisibility(ANY)))
            .build();

    protected final CommandGateway gateway = DefaultCommandGateway.builder()
            .commandBus(new RecordingCommandBus())
            .build();

    /** Sagas in different moments: new, running, retrying, rolling back, over. */
    protected abstract List<T> moments();

    @Test
    void noFieldIsLost() {
        for (T saga : moments()) {
            Object restored = serializer.deserialize(serializer.serialize(saga, byte[].class));

            assertThat(restored).usingRecursiveComparison().isEqualTo(saga);
        }
    }
}
