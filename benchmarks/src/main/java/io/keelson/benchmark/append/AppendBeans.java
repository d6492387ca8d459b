package io.keelson.benchmark.append;

import io.keelson.benchmark.node.StoredNames;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the counter known to a node. */
@Configuration(proxyBeanMethods = false)
class AppendBeans {
    @Bean
    static StoredNames counterMoved() {
        return new StoredNames(CounterMoved.class);
    }

    @Bean
    ConfigurerModule counter() {
        return configurer -> configurer.configureAggregate(Counter.class);
    }
}
