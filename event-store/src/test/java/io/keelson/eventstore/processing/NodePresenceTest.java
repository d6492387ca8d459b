package io.keelson.eventstore.processing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keelson.eventstore.TestNode;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodePresenceTest {
    private final TestNode database = TestNode.start();
    private final ProcessorStores stores =
            new ProcessorStores(database.pool, database.transactions, database.serializers);
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void aNewNodeTakesOverAtOnceWhatADeadOneHadClaimed() {
        NodePresence dying = present(first);
        claim(first);
        dying.close();

        try (NodePresence _ = present(second)) {
            assertThat(stores.tokens(second).fetchToken("projection", 0).position())
                    .hasValue(7);
        }
    }

    @Test
    void aLivingNodeSeesAnotherOneDie() {
        NodePresence dying = present(first);
        try (NodePresence _ = present(second)) {
            claim(first);
            killConnections();
            dying.close();

            TokenStore tokens = stores.tokens(second);
            await().atMost(5, SECONDS)
                    .ignoreException(UnableToClaimTokenException.class)
                    .until(() -> tokens.fetchToken("projection", 0).position().orElseThrow() == 7);
        }
    }

    @Test
    void aClaimOfALivingNodeIsLeftAlone() {
        try (NodePresence _ = present(first);
                NodePresence _ = present(second)) {
            claim(first);
            try (NodePresence _ = present(UUID.randomUUID())) {
                TokenStore theirs = stores.tokens(second);
                assertThatThrownBy(() -> theirs.fetchToken("projection", 0))
                        .isInstanceOf(UnableToClaimTokenException.class);
            }
        }
    }

    @Test
    void aNodeWhoseConnectionIsCutShowsAgainThatItLives() {
        try (NodePresence _ = present(first)) {
            killConnections();
            await().atMost(5, SECONDS)
                    .until(() -> database.jdbc()
                                    .sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted")
                                    .query(Long.class)
                                    .single()
                            == 1);
        }
    }

    private NodePresence present(UUID node) {
        return NodePresence.of(database.database.dataSource(), node);
    }

    private void claim(UUID node) {
        TokenStore tokens = stores.tokens(node);
        tokens.initializeTokenSegments("projection", 1, GapAwareTrackingToken.newInstance(7, Set.of()));
        tokens.fetchToken("projection", 0);
    }

    private void killConnections() {
        database.jdbc()
                .sql("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted")
                .query(Boolean.class)
                .list();
    }
}
