package io.keelson.app.processor;

import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down as soon as one event processor does not run or is waiting after an error; names each that is not well. */
@Component("processors")
class ProcessorHealth implements HealthIndicator {
    private final EventProcessingConfiguration processing;

    ProcessorHealth(EventProcessingConfiguration processing) {
        this.processing = processing;
    }

    @Override
    public Health health() {
        Map<String, String> unwell = new TreeMap<>();
        processing.eventProcessors().forEach((name, processor) -> {
            boolean asleep = processor instanceof SleepingEventProcessor;
            if (!asleep && (!processor.isRunning() || processor.isError())) {
                unwell.put(name, state(processor));
            }
        });
        return unwell.isEmpty()
                ? Health.up().build()
                : Health.down().withDetails(unwell).build();
    }

    private static String state(EventProcessor processor) {
        return processor.isRunning() ? "waiting after an error, will try again" : "stopped";
    }
}
