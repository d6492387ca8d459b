package io.keelson.eventstore.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class BufferedIdentifiersTest {
    private static final int IDS = 20_000;

    private final IdentifierFactory factory = IdentifierFactory.getInstance();

    @Test
    void axonFindsIt() {
        assertThat(factory).isExactlyInstanceOf(BufferedIdentifiers.class);
    }

    @Test
    void idsOfManyThreadsAreDistinctRandomUuids() {
        Set<UUID> ids = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, IDS)
                    .forEach(_ -> threads.execute(() -> ids.add(UUID.fromString(factory.generateIdentifier()))));
        }

        assertThat(ids).hasSize(IDS).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(4);
            assertThat(id.variant()).isEqualTo(2);
        });
    }
}
