package io.keelson.benchmark.projection;

import io.keelson.benchmark.node.AppNode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** Some projections of a node, run from the first event to the last. */
public final class Projections {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final long LOOK_MILLIS = 5;

    private final AppNode node;
    private final List<StreamingEventProcessor> processors;

    /** @param names their processing groups */
    public Projections(AppNode node, List<String> names) {
        this.node = node;
        EventProcessingConfiguration processing = node.bean(EventProcessingConfiguration.class);
        processors = names.stream()
                .map(name -> processing
                        .eventProcessor(name, StreamingEventProcessor.class)
                        .orElseThrow())
                .toList();
    }

    /** Seconds until all of them have committed the last event. */
    public double run() throws InterruptedException {
        long last = node.jdbc()
                .sql("SELECT max(global_index) FROM event_store.domain_event")
                .query(Long.class)
                .single();
        long start = System.nanoTime();
        processors.forEach(StreamingEventProcessor::start);
        while (!processors.stream().allMatch(processor -> hasReached(processor, last))) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new IllegalStateException("The projections did not reach event %d in time.".formatted(last));
            }
            Thread.sleep(LOOK_MILLIS);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        processors.forEach(StreamingEventProcessor::shutDown);
        return seconds;
    }

    /** Empties the read model, so that the next run tells all events again. */
    public void reset() {
        processors.forEach(StreamingEventProcessor::resetTokens);
    }

    private static boolean hasReached(StreamingEventProcessor processor, long last) {
        List<EventTrackerStatus> segments =
                List.copyOf(processor.processingStatus().values());
        return !segments.isEmpty()
                && segments.stream()
                        .allMatch(segment -> segment.getCurrentPosition().orElse(-1) >= last);
    }
}
