package io.keelson.app.processor;

import io.keelson.api.worker.NodeRole;
import io.keelson.app.role.ConditionalOnRole;
import io.keelson.eventstore.processing.ProcessorStores;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Offers parked events to their projections again, every five seconds, and counts them: the meter
 * {@code keelson.dead.letter.sequences} says how many aggregates of a projection stand still, of 1024 at most.
 */
@Component
@ConditionalOnRole(NodeRole.PROJECTOR)
class DeadLetters implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final long PAUSE_SECONDS = 5;

    private final EventProcessingConfiguration processing;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("dead-letters").factory());
    private volatile boolean running;

    DeadLetters(EventProcessingConfiguration processing, ProcessorStores stores, MeterRegistry meters) {
        this.processing = processing;
        ProcessorPlan.projections().forEach(plan -> Gauge.builder(
                        "keelson.dead.letter.sequences",
                        stores.deadLetters(plan.name()),
                        queue -> queue.amountOfSequences())
                .tag("processor", plan.name())
                .register(meters));
    }

    @Override
    public void start() {
        running = true;
        var _ = executor.scheduleWithFixedDelay(this::retry, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        executor.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void retry() {
        ProcessorPlan.projections().forEach(plan -> {
            try {
                processing.sequencedDeadLetterProcessor(plan.name()).ifPresent(letters -> {
                    boolean _ = letters.processAny();
                });
            } catch (RuntimeException e) {
                LOG.warn(
                        "Parked events of {} could not be offered again; next try in {} s.",
                        plan.name(),
                        PAUSE_SECONDS,
                        e);
            }
        });
    }
}
