package io.keelson.app.role;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Tells every bean what its node does. */
@Configuration(proxyBeanMethods = false)
class RoleConfiguration {
    @Bean
    Roles roles(Environment environment) {
        return Roles.of(environment);
    }
}
