package io.keelson.job.step;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.instance.InstanceId;
import java.util.List;
import org.slf4j.MDC;

/** Marks the log lines of a thread, those of drivers too, with the ids of the step it runs. */
final class StepLog implements AutoCloseable {
    private static final String INSTANCE_ID = "instanceId";
    private static final String OPERATION_ID = "operationId";

    private StepLog() {}

    static StepLog open(StepJob step, InstanceId instance) {
        MDC.put(RequestContext.REQUEST_ID, step.context().requestId());
        MDC.put(INSTANCE_ID, instance.toString());
        MDC.put(OPERATION_ID, step.operationId().toString());
        return new StepLog();
    }

    @Override
    public void close() {
        List.of(RequestContext.REQUEST_ID, INSTANCE_ID, OPERATION_ID).forEach(MDC::remove);
    }
}
