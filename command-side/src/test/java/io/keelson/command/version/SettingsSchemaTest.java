package io.keelson.command.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Rejection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsSchemaTest {
    private static final String SCHEMA = """
            {
              "type": "object",
              "properties": {
                "currency": {"type": "string", "minLength": 3},
                "shop": {"type": "object", "properties": {"tags": {"type": "array", "items": {"type": "string"}}}}
              },
              "required": ["currency"],
              "additionalProperties": false
            }""";

    @Test
    void settingsThatFitAreAccepted() {
        SettingsSchema.of(SCHEMA).requireAccepted(Map.of("currency", "EUR", "shop", Map.of("tags", List.of("a", "b"))));
    }

    @Test
    void aMissingValueIsNamed() {
        assertThat(refusal(Map.of()).field()).isEqualTo("configuration.currency");
    }

    @Test
    void anUnknownValueIsNamed() {
        assertThat(refusal(Map.of("currency", "EUR", "colour", "red")).field()).isEqualTo("configuration.colour");
    }

    @Test
    void aNestedValueIsNamedByItsPath() {
        assertThat(refusal(Map.of("currency", "EUR", "shop", Map.of("tags", List.of("a", 1))))
                        .field())
                .isEqualTo("configuration.shop.tags.1");
    }

    @Test
    void aHostileNameIsNotRepeatedInFull() {
        Rejection refusal = refusal(Map.of("currency", "EUR", "x".repeat(10_000), 1));

        assertThat(refusal.field()).hasSizeLessThan(400);
        assertThat(refusal.message()).hasSizeLessThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "\"text\"",
                "{\"type\": \"nonsense\"}",
                "{\"properties\": 1}",
                "{\"pattern\": \"(\"}",
                "{\"$ref\": \"#/nowhere\"}",
                "{\"$ref\": \"#\"}",
                "{\"$ref\": \"file:///etc/passwd\"}",
                "{\"$schema\": \"http://example.com/of-my-own\"}"
            })
    void whatIsNoUsableSchemaIsRefused(String text) {
        assertThatThrownBy(() -> SettingsSchema.of(text))
                .isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.rejection())
                        .returns(ErrorCode.INVALID_INPUT, Rejection::code)
                        .returns("artifacts.configurationSchema", Rejection::field));
    }

    @Test
    void anOverlongSchemaIsRefused() {
        assertThatThrownBy(() -> SettingsSchema.of("{\"title\": \"" + "x".repeat(100_000) + "\"}"))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void aCircleThatOnlySettingsReachIsRefusedThen() {
        SettingsSchema schema = SettingsSchema.of("""
                {"properties": {"a": {"$ref": "#/$defs/b"}},
                 "$defs": {"b": {"$ref": "#/$defs/c"}, "c": {"$ref": "#/$defs/b"}}}""");

        assertThatThrownBy(() -> schema.requireAccepted(Map.of("a", 1)))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.rejection().code()).isEqualTo(ErrorCode.CONFIGURATION_NOT_ACCEPTED));
    }

    @Test
    void aRemoteReferenceIsRefusedAndNeverFetched() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String reference =
                    "http://127.0.0.1:%d/x.json".formatted(server.getAddress().getPort());

            assertThatThrownBy(() -> SettingsSchema.of("{\"$ref\": \"%s\"}".formatted(reference)))
                    .isInstanceOf(RejectedException.class);
            assertThatThrownBy(() ->
                            SettingsSchema.of("{\"properties\": {\"a\": {\"$ref\": \"%s\"}}}".formatted(reference)))
                    .isInstanceOf(RejectedException.class);
        } finally {
            server.stop(0);
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void anOlderDraftMayBeNamed() {
        SettingsSchema schema =
                SettingsSchema.of("{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"required\": [\"a\"]}");

        assertThatThrownBy(() -> schema.requireAccepted(Map.of())).isInstanceOf(RejectedException.class);
    }

    private static Rejection refusal(Map<String, Object> settings) {
        SettingsSchema schema = SettingsSchema.of(SCHEMA);
        try {
            schema.requireAccepted(settings);
        } catch (RejectedException e) {
            assertThat(e.rejection().code()).isEqualTo(ErrorCode.CONFIGURATION_NOT_ACCEPTED);
            return e.rejection();
        }
        throw new AssertionError("The settings were accepted: " + settings);
    }
}
