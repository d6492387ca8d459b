package io.keelson.app.web;

import io.keelson.api.worker.NodeRole;
import io.keelson.app.role.ConditionalOnRole;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves GraphiQL at {@code /graphiql} from bundled files: the framework's own page loads its scripts from elsewhere. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(NodeRole.API)
class GraphiQlConfiguration implements WebMvcConfigurer {
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/graphiql");
        registry.addViewController("/graphiql").setViewName("forward:/graphiql/index.html");
    }
}
