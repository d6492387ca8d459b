package io.keelson.eventstore.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.eventstore.TestEvents;
import io.keelson.eventstore.TestNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class NodesTest {
    private static final Logger log = LoggerFactory.getLogger(NodesTest.class);
    private static final int SAMPLES = 40;

    private final TestNode here = TestNode.start();
    private final TestNode there = here.sibling();

    @AfterEach
    void stop() {
        there.close();
        here.close();
    }

    @Test
    void aSecondNodeSeesAnEventWithinAHundredMilliseconds() throws Exception {
        try (TrackingEventStream stream = there.store.openStream(null)) {
            awaitListener();
            List<Long> micros = new ArrayList<>();
            for (int number = 0; number < SAMPLES; number++) {
                here.store.publish(TestEvents.event(number));
                long committed = System.nanoTime();
                assertThat(TestEvents.number(stream.nextAvailable())).isEqualTo(number);
                micros.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - committed));
            }
            Collections.sort(micros);
            log.info("second node: median {} us, slowest {} us", micros.get(SAMPLES / 2), micros.getLast());
            assertThat(micros.get(SAMPLES / 2))
                    .isLessThan(Duration.ofMillis(100).toNanos() / 1000);
        }
    }

    @Test
    void killedConnectionsComeBackAndNoEventIsMissed() throws Exception {
        try (TrackingEventStream stream = there.store.openStream(null)) {
            awaitListener();
            here.store.publish(TestEvents.event(1));
            assertThat(TestEvents.number(stream.nextAvailable())).isEqualTo(1);

            killAllConnections();
            await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> {
                here.store.publish(TestEvents.event(2));
                return true;
            });

            assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
            assertThat(TestEvents.number(stream.nextAvailable())).isEqualTo(2);
            awaitListener();
            here.store.publish(TestEvents.event(3));
            assertThat(TestEvents.number(stream.nextAvailable())).isEqualTo(3);
        }
    }

    private void awaitListener() {
        await().atMost(Duration.ofSeconds(10))
                .ignoreExceptions()
                .until(() -> here.jdbc()
                                .sql("SELECT count(*) FROM pg_stat_activity WHERE query = 'LISTEN keelson_events'"
                                        + " AND datname = current_database()")
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    private void killAllConnections() {
        here.jdbc()
                .sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()")
                .query(Integer.class)
                .single();
    }
}
