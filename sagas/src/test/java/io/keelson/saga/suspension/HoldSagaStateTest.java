package io.keelson.saga.suspension;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.suspension.HoldOutcome;
import io.keelson.fixture.SuspensionFixtures;
import io.keelson.saga.SagaStateContract;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;

class HoldSagaStateTest extends SagaStateContract<HoldSaga> {
    @Override
    protected List<HoldSaga> moments() {
        return List.of(new HoldSaga(), inTheMiddle());
    }

    /** Its handlers work only within the framework, so the fields are filled as they would fill them. */
    private static HoldSaga inTheMiddle() {
        HoldSaga saga = new HoldSaga();
        fill(saga, "hold", SuspensionFixtures.holdPlaced());
        fill(saga, "outcome", HoldOutcome.RETURNING);
        fill(saga, "released", true);
        fill(saga, "running", SuspensionFixtures.HOLD_ID.operation(1));
        fill(saga, "operations", 1);
        fill(saga, "request", Map.of(RequestContext.ACTOR_ID, "anna", RequestContext.REASON, "Unpaid"));
        return saga;
    }

    private static void fill(HoldSaga saga, String field, Object value) {
        try {
            Field target = HoldSaga.class.getDeclaredField(field);
            target.setAccessible(true);
            target.set(saga, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
