package io.keelson.app.query;

import io.keelson.app.role.NotOnlyWorker;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** The read model's repositories, ready before the first question. */
@Configuration(proxyBeanMethods = false)
@Conditional(NotOnlyWorker.class)
@EnableJpaRepositories("io.keelson.query")
class RepositoryConfiguration {}
