package io.keelson.app.role;

import io.keelson.api.worker.NodeRole;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Leaves out what the framework would set up for an API that the node does not have: GraphQL and WebSocket. */
final class RoleAutoConfigurationFilter implements AutoConfigurationImportFilter, EnvironmentAware {
    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment nodes) {
        this.environment = nodes;
    }

    @Override
    public boolean[] match(
            @Nullable String[] autoConfigurationClasses, AutoConfigurationMetadata autoConfigurationMetadata) {
        boolean api = Roles.of(Objects.requireNonNull(environment)).has(NodeRole.API);
        boolean[] matches = new boolean[autoConfigurationClasses.length];
        for (int i = 0; i < matches.length; i++) {
            matches[i] = api || !isForApi(autoConfigurationClasses[i]);
        }
        return matches;
    }

    private static boolean isForApi(@Nullable String autoConfiguration) {
        return autoConfiguration != null
                && Stream.of("org.springframework.boot.graphql.", "org.springframework.boot.websocket.")
                        .anyMatch(autoConfiguration::startsWith);
    }
}
