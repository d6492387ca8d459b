package io.keelson.app.role;

import io.keelson.api.worker.NodeRole;
import java.util.Objects;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Compares a node's roles with the one that is needed. */
final class OnRole implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Object role = Objects.requireNonNull(metadata.getAnnotationAttributes(ConditionalOnRole.class.getName()))
                .get("value");
        return Roles.of(context.getEnvironment()).has((NodeRole) Objects.requireNonNull(role));
    }
}
