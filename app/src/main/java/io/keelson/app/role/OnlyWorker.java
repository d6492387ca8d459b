package io.keelson.app.role;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** True on nodes that do nothing but run jobs. */
public final class OnlyWorker implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Roles.of(context.getEnvironment()).onlyWorker();
    }
}
