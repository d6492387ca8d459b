package io.keelson.benchmark.hop;

import io.keelson.benchmark.node.StoredNames;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives a node a handler and a processor of its own, named after it and set up like those of the product. */
@Configuration(proxyBeanMethods = false)
class HopBeans {
    static final String NODE = "benchmark.node";

    private static final int BATCH = 100;

    @Bean
    static StoredNames hopTaken() {
        return new StoredNames(HopTaken.class);
    }

    @Bean
    HopHandler hopHandler(Environment environment, JdbcClient jdbc) {
        return new HopHandler(environment.getRequiredProperty(NODE), jdbc);
    }

    @Bean
    ConfigurerModule hopProcessor(Environment environment) {
        String processor = "benchmark-" + environment.getRequiredProperty(NODE);
        return configurer -> configurer
                .eventProcessing()
                .assignHandlerInstancesMatching(processor, HopHandler.class::isInstance)
                .registerPooledStreamingEventProcessor(
                        processor,
                        org.axonframework.config.Configuration::eventStore,
                        (_, builder) -> builder.initialSegmentCount(1).batchSize(BATCH));
    }
}
