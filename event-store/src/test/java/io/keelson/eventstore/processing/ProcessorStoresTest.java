package io.keelson.eventstore.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.eventstore.TestEvents;
import io.keelson.eventstore.TestNode;
import io.keelson.fixture.InstanceFixtures;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessorStoresTest {
    private static final AssociationValue OPERATION =
            new AssociationValue("operationId", InstanceFixtures.OPERATION_ID.toString());

    private final TestNode node =
            TestNode.start(TestNode.NAMES.with("saga.sample", SampleSaga.class), TestNode.IMPATIENT);
    private final ProcessorStores stores = new ProcessorStores(node.pool, node.transactions, node.serializers);

    /** Private state, as sagas have it. */
    public static class SampleSaga {
        private String instance;
        private int attempt;

        public SampleSaga() {}

        SampleSaga(String instance, int attempt) {
            this.instance = instance;
            this.attempt = attempt;
        }
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void aTokenIsReadableAndBelongsToOneNode() {
        TokenStore mine = stores.tokens(UUID.randomUUID());
        TokenStore theirs = stores.tokens(UUID.randomUUID());
        mine.initializeTokenSegments("projection", 1, GapAwareTrackingToken.newInstance(7, Set.of(3L)));

        assertThat(mine.fetchToken("projection", 0)).isEqualTo(GapAwareTrackingToken.newInstance(7, Set.of(3L)));
        assertThatThrownBy(() -> theirs.fetchToken("projection", 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThat(node.jdbc()
                        .sql("SELECT token FROM event_store.token_entry")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"index\":7,\"gaps\":[3]}");
    }

    @Test
    void aTokenIsRolledBackWithTheTransaction() {
        TokenStore tokens = stores.tokens(UUID.randomUUID());
        tokens.initializeTokenSegments("projection", 1, GapAwareTrackingToken.newInstance(1, Set.of()));
        tokens.fetchToken("projection", 0);

        node.transaction().executeWithoutResult(status -> {
            tokens.storeToken(GapAwareTrackingToken.newInstance(2, Set.of()), "projection", 0);
            node.engine.appendEvents(List.of(TestEvents.event(1)));
            status.setRollbackOnly();
        });

        assertThat(tokens.fetchToken("projection", 0).position()).hasValue(1);
        assertThat(node.engine.readEvents(null, false)).isEmpty();
    }

    @Test
    void aSagaIsLoadedWithAllItsStateAndItsAssociations() {
        JdbcSagaStore sagas = stores.sagas();
        sagas.insertSaga(SampleSaga.class, "saga-1", new SampleSaga("instance:1", 3), Set.of(OPERATION));

        SagaStore.Entry<SampleSaga> entry = sagas.loadSaga(SampleSaga.class, "saga-1");

        assertThat(entry.saga()).usingRecursiveComparison().isEqualTo(new SampleSaga("instance:1", 3));
        assertThat(entry.associationValues()).containsExactly(OPERATION);
        assertThat(sagas.findSagas(SampleSaga.class, OPERATION)).containsExactly("saga-1");
        assertThat(node.jdbc()
                        .sql("SELECT saga_type || ' ' || convert_from(serialized_saga, 'UTF8')"
                                + " FROM event_store.saga_entry")
                        .query(String.class)
                        .single())
                .isEqualTo("saga.sample {\"attempt\":3,\"instance\":\"instance:1\"}");
    }

    @Test
    void aSecondSagaForTheSameOperationIsRefused() {
        JdbcSagaStore sagas = stores.sagas();
        sagas.insertSaga(SampleSaga.class, "saga-1", new SampleSaga("instance:1", 1), Set.of(OPERATION));

        assertThatThrownBy(() -> sagas.insertSaga(
                        SampleSaga.class, "saga-2", new SampleSaga("instance:1", 1), Set.of(OPERATION)))
                .hasStackTraceContaining("association_value_entry_operation");
    }

    @Test
    void allEventsAreOneSequence() {
        OneSequencePolicy policy = new OneSequencePolicy();

        assertThat(policy.getSequenceIdentifierFor(TestEvents.event(1)))
                .isEqualTo(new OneSequencePolicy().getSequenceIdentifierFor(TestEvents.event(2)))
                .isInstanceOf(String.class);
    }
}
