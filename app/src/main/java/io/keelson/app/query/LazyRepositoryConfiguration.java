package io.keelson.app.query;

import io.keelson.app.role.OnlyWorker;
import org.springframework.boot.jpa.autoconfigure.EntityManagerFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.config.BootstrapMode;

/**
 * The read model's repositories on a node that only runs jobs. Such a node reads views seldom, so its start does not wait for
 * Hibernate, which gets ready beside it.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OnlyWorker.class)
@EnableJpaRepositories(basePackages = "io.keelson.query", bootstrapMode = BootstrapMode.LAZY)
class LazyRepositoryConfiguration {
    @Bean
    EntityManagerFactoryBuilderCustomizer inBackground() {
        return builder -> builder.setBootstrapExecutor(new SimpleAsyncTaskExecutor("jpa-"));
    }
}
