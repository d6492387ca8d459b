package io.keelson.eventstore.serializer;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.message.EventCatalogue;
import io.keelson.eventstore.TestNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stored event is for ever: each file below {@code golden} is one as it was written once, and is never edited. */
class GoldenEventsTest {
    private final Serializer serializer = Serializers.of(TestNode.NAMES).events();

    static Stream<Object> samples() {
        return EventSamples.ALL.stream();
    }

    @Test
    void everyEventTypeHasASample() {
        assertThat(EventSamples.ALL)
                .extracting(Object::getClass)
                .map(type -> (Object) type)
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.types());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsWrittenTodayIsWhatWasWrittenThen(Object sample) throws IOException {
        SerializedObject<String> written = serializer.serialize(sample, String.class);

        assertThat(written.getData()).isEqualTo(golden(written));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatWasWrittenThenMeansTheSameToday(Object sample) throws IOException {
        SerializedObject<String> written = serializer.serialize(sample, String.class);

        Object read =
                serializer.deserialize(new SimpleSerializedObject<>(golden(written), String.class, written.getType()));

        assertThat(read).isEqualTo(sample);
    }

    private static String golden(SerializedObject<String> written) throws IOException {
        String file = "/golden/%s.%s.json"
                .formatted(written.getType().getName(), written.getType().getRevision());
        try (InputStream content = GoldenEventsTest.class.getResourceAsStream(file)) {
            assertThat(content)
                    .as("src/test/resources%s is missing; its one line is %s", file, written.getData())
                    .isNotNull();
            return new String(content.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        }
    }
}
