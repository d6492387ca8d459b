package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.actor.RequestContext;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;

class RequestContextTest {
    private final TestApi api = new TestApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void commandsKnowWhoAsksAndFromWhere() {
        TestApi.Reply reply = register("req.1-A_b");

        MetaData context = api.platform.metadata.iterator().next();
        assertThat(context)
                .containsEntry(RequestContext.ACTOR_ID, "local-operator")
                .containsEntry(RequestContext.ACTOR_TYPE, "SUPER_ADMIN")
                .containsEntry(RequestContext.REQUEST_ID, "req.1-A_b")
                .containsEntry(RequestContext.IP_ADDRESS, "127.0.0.1")
                .containsEntry(RequestContext.USER_AGENT, "curl/8");
        assertThat(reply.headers().getFirst("X-Request-Id")).isEqualTo("req.1-A_b");
    }

    @Test
    void anIllFormedRequestIdIsReplaced() {
        TestApi.Reply reply = register("new\nline");

        assertThat(UUID.fromString(reply.headers().getFirst("X-Request-Id"))).isNotNull();
    }

    @Test
    void logLinesOfHandlersCarryTheRequestId() {
        AtomicReference<String> seen = new AtomicReference<>();
        api.platform.beforeCommand = () -> seen.set(String.valueOf(MDC.get("requestId")));

        register("req-9");

        assertThat(seen.get()).isEqualTo("req-9");
        assertThat(MDC.get("requestId")).isNull();
    }

    private TestApi.Reply register(String requestId) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("X-Request-Id", requestId);
        headers.set("User-Agent", "curl/8");
        return api.ask(TestApi.stored("register-partner"), Map.of("name", "Acme", "email", "ops@acme.example"), headers)
                .withoutErrors();
    }
}
