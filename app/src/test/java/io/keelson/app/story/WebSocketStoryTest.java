package io.keelson.app.story;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Subscriptions as GraphiQL and the console make them: the graphql-transport-ws protocol on one socket. */
class WebSocketStoryTest {
    private final GraphQlClient client = RunningKeelson.shared().client();
    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();

    @Test
    @Timeout(90)
    void progressArrivesUntilTheOperationIsOver() throws Exception {
        String operationId = client.provision("socket shop", "1.0.0")
                .path("operation")
                .path("id")
                .asString();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create(client.base().toString().replace("http", "ws") + "/graphql"), new Listener())
                .get(10, SECONDS);
        socket.sendText("{\"type\":\"connection_init\"}", true).join();
        assertThat(next().path("type").asString()).isEqualTo("connection_ack");
        socket.sendText("""
                        {"id":"1","type":"subscribe","payload":{"query":
                        "subscription { operationProgress(id: \\"%s\\") { state progress } }"}}
                        """.formatted(operationId), true).join();

        String state = "";
        int progress = 0;
        JsonNode message = next();
        while (message.path("type").asString().equals("next")) {
            JsonNode operation = message.at("/payload/data/operationProgress");
            state = operation.path("state").asString();
            assertThat(operation.path("progress").asInt()).isGreaterThanOrEqualTo(progress);
            progress = operation.path("progress").asInt();
            message = next();
        }
        assertThat(message.path("type").asString()).as("%s", message).isEqualTo("complete");
        assertThat(state).isEqualTo("SUCCEEDED");
        assertThat(progress).isEqualTo(100);
        socket.abort();
    }

    private JsonNode next() throws InterruptedException {
        JsonNode message = received.poll(60, SECONDS);
        assertThat(message).as("a message within a minute").isNotNull();
        return message;
    }

    /** Puts whole text messages into the queue. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                received.add(JsonMapper.shared().readTree(text.toString()));
                text.setLength(0);
            }
            return WebSocket.Listener.super.onText(socket, data, last);
        }
    }
}
