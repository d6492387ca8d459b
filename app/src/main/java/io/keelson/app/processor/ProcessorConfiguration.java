package io.keelson.app.processor;

import io.keelson.api.worker.NodeRole;
import io.keelson.app.role.Roles;
import io.keelson.eventstore.processing.ProcessorStores;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Runs the processors of {@link ProcessorPlan}: pooled, each with its own thread and token, errors propagated. A claim
 * lasts 60 s (token store), far longer than any handler. Nodes that are no projectors keep them asleep; the directory,
 * which is part of each command's transaction, is kept everywhere.
 */
@Configuration(proxyBeanMethods = false)
class ProcessorConfiguration {
    private static final int SEGMENTS = 1;
    /** How soon a processor that lost its claim, by an error or by a thief, tries to get it again. */
    private static final long CLAIM_AGAIN = 1_000;

    @Bean
    ConfigurerModule eventProcessors(ProcessorStores stores, PlatformTransactionManager readModel, Roles roles) {
        return configurer -> {
            EventProcessingConfigurer processing = configurer.eventProcessing();
            processing.usingPooledStreamingEventProcessors();
            processing.registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.INSTANCE);
            processing.registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.INSTANCE);
            processing.registerSubscribingEventProcessor(ProcessorPlan.SUBSCRIBING);
            if (roles.has(NodeRole.PROJECTOR)) {
                ProcessorPlan.ALL.forEach(plan -> register(processing, plan));
                ProcessorPlan.projections().forEach(plan -> {
                    processing.registerTransactionManager(plan.name(), _ -> new SpringTransactionManager(readModel));
                    park(processing, plan, stores);
                });
            } else {
                ProcessorPlan.ALL.forEach(plan -> processing.registerEventProcessor(
                        plan.name(), (name, _, _) -> new SleepingEventProcessor(name)));
            }
        };
    }

    private static void register(EventProcessingConfigurer processing, ProcessorPlan plan) {
        processing.registerSequencingPolicy(plan.name(), configuration -> SequentialPerAggregatePolicy.instance());
        processing.registerPooledStreamingEventProcessor(
                plan.name(), org.axonframework.config.Configuration::eventStore, (configuration, builder) -> {
                    ScheduledExecutorService coordinator = new ImpatientExecutor(plan.name() + "-coordinator");
                    ScheduledExecutorService worker = executor(plan.name());
                    configuration.onShutdown(coordinator::shutdown);
                    configuration.onShutdown(worker::shutdown);
                    return builder.initialSegmentCount(SEGMENTS)
                            .batchSize(plan.batchSize())
                            .tokenClaimInterval(CLAIM_AGAIN)
                            .coordinatorExecutor(coordinator)
                            .workerExecutor(worker);
                });
    }

    private static void park(EventProcessingConfigurer processing, ProcessorPlan plan, ProcessorStores stores) {
        processing.registerDeadLetterQueue(plan.name(), configuration -> stores.deadLetters(plan.name()));
        // Without the cache every event asks the queue whether its aggregate is parked.
        processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                plan.name(), (configuration, builder) -> builder.enableSequenceIdentifierCache());
    }

    private static ScheduledExecutorService executor(String name) {
        return Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory(name));
    }
}
