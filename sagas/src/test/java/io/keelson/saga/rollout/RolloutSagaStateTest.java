package io.keelson.saga.rollout;

import io.keelson.fixture.RolloutFixtures;
import io.keelson.saga.SagaStateContract;
import java.lang.reflect.Field;
import java.util.List;

class RolloutSagaStateTest extends SagaStateContract<RolloutSaga> {
    @Override
    protected List<RolloutSaga> moments() {
        return List.of(new RolloutSaga(), waiting());
    }

    /** Its handlers work only within the framework, so the fields are filled as they would fill them. */
    private static RolloutSaga waiting() {
        RolloutSaga saga = new RolloutSaga();
        fill(
                saga,
                "turn",
                new MemberTurn(
                        RolloutFixtures.ROLLOUT_ID,
                        RolloutFixtures.CANARY,
                        RolloutFixtures.operation(RolloutFixtures.CANARY),
                        RolloutFixtures.AUTHOR));
        fill(saga, "waits", true);
        return saga;
    }

    private static void fill(RolloutSaga saga, String field, Object value) {
        try {
            Field target = RolloutSaga.class.getDeclaredField(field);
            target.setAccessible(true);
            target.set(saga, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
