package io.keelson.eventstore.serializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.command.ProvisionInstance;
import io.keelson.api.operation.PlannedStep;
import io.keelson.eventstore.TestNode;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.OperationFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

class StoredStateTest {
    private static final GapAwareTrackingToken LATE = GapAwareTrackingToken.newInstance(20, Set.of(5L, 7L));
    private static final GapAwareTrackingToken EARLY = GapAwareTrackingToken.newInstance(9, Set.of(5L));

    private final Serializer serializer =
            Serializers.of(TestNode.NAMES.with("saga.sample", SampleSaga.class)).general();

    /** State like that of a saga: private fields, no accessors, no-argument constructor. */
    public static class SampleSaga {
        private InstanceBlueprint blueprint;
        private List<PlannedStep> plan;
        private Map<String, Integer> attempts = new HashMap<>();
        private Instant since;
        private Duration delay;
        private boolean rollingBack;
        private int index;
        private transient Object gateway;

        public SampleSaga() {}

        static SampleSaga filled() {
            SampleSaga saga = new SampleSaga();
            saga.blueprint = InstanceFixtures.blueprint();
            saga.plan = OperationFixtures.PLAN;
            saga.attempts.put("COMPUTE", 3);
            saga.since = Instant.parse("2026-01-01T12:00:00.123456Z");
            saga.delay = Duration.ofMillis(1500);
            saga.rollingBack = true;
            saga.index = 7;
            saga.gateway = new Object();
            return saga;
        }
    }

    @Test
    void aReplayTokenIsReadBackAsItWas() {
        TrackingToken token = ReplayToken.createReplayToken(LATE, EARLY, "rebuilt");

        assertThat(roundTrip(token)).isEqualTo(token);
        assertThat(ReplayToken.replayContext(roundTrip(token), String.class)).contains("rebuilt");
    }

    @Test
    void otherTokensAreReadBackAsTheyWere() {
        List<TrackingToken> tokens = List.of(
                LATE,
                ReplayToken.createReplayToken(LATE),
                new MergedTrackingToken(EARLY, LATE),
                new MergedTrackingToken(ReplayToken.createReplayToken(LATE, EARLY), EARLY),
                new ConfigToken(Map.of("id", "store")));

        assertThat(tokens).allSatisfy(token -> assertThat(roundTrip(token)).isEqualTo(token));
    }

    @Test
    void aSagaKeepsAllItsPrivateFields() {
        SerializedObject<String> stored = serializer.serialize(SampleSaga.filled(), String.class);
        SampleSaga read = serializer.deserialize(stored);

        assertThat(stored.getType().getName()).isEqualTo("saga.sample");
        assertThat(read).usingRecursiveComparison().ignoringFields("gateway").isEqualTo(SampleSaga.filled());
        assertThat(read.gateway).isNull();
    }

    @Test
    void aTypeWithoutALogicalNameIsNotStored() {
        assertThatThrownBy(() -> serializer.serialize(OperationFixtures.PLAN.getFirst(), String.class))
                .isInstanceOf(UnknownTypeException.class)
                .hasMessageContaining(PlannedStep.class.getName());
    }

    @Test
    void anUnknownNameIsNotReadAsNothing() {
        assertThatThrownBy(() -> serializer.deserialize(
                        new SimpleSerializedObject<>("{}", String.class, "instance.vanished", "1")))
                .isInstanceOf(UnknownTypeException.class)
                .hasMessageContaining("instance.vanished");
    }

    @Test
    void commandsTravelUnderTheirClassNames() {
        Serializer messages = Serializers.of(TestNode.NAMES).messages();
        SerializedObject<String> sent = messages.serialize(InstanceFixtures.provisionInstance(), String.class);

        ProvisionInstance received = messages.deserialize(sent);
        assertThat(received).isEqualTo(InstanceFixtures.provisionInstance());
    }

    private <T> T roundTrip(T value) {
        return serializer.deserialize(serializer.serialize(value, String.class));
    }
}
