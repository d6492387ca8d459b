package io.keelson.app.role;

import io.keelson.api.worker.NodeRole;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Settings that follow from the roles; any other source of settings goes before them. Without an API no files are served. */
final class RoleEnvironment implements EnvironmentPostProcessor, Ordered {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Roles roles = Roles.of(environment);
        Map<String, Object> settings = new HashMap<>();
        if (!roles.has(NodeRole.API)) {
            settings.put("spring.web.resources.add-mappings", "false");
        }
        environment.getPropertySources().addLast(new MapPropertySource("keelson.roles", settings));
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
