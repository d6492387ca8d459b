package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class DeadlineTest {
    @Test
    void aRequestThatTakesTooLongIsAnsweredAllTheSame() {
        GraphQlApiSettings settings = new GraphQlApiSettings(
                Duration.ofMillis(200), Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofSeconds(15), 4);
        CountDownLatch end = new CountDownLatch(1);
        try (TestApi api = new TestApi(new FakePlatform(), settings, new SimpleDriverDataSource())) {
            api.platform.beforeCommand = () -> await(end);

            TestApi.Reply reply = api.askStored("register-partner", Map.of("name", "Acme", "email", "a@b.example"));
            end.countDown();

            assertThat(reply.<String>at("$.errors[0].extensions.code")).isEqualTo("SERVICE_UNAVAILABLE");
            assertThat(reply.<String>at("$.errors[0].message")).contains("within 200 ms");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
