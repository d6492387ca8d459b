package io.keelson.benchmark.node;

import io.keelson.api.message.LogicalName;
import io.keelson.eventstore.serializer.LogicalTypeNames;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Lets a node store an event type of a benchmark. */
public record StoredNames(Class<?> event) implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof LogicalTypeNames names
                ? names.with(event.getAnnotation(LogicalName.class).value(), event)
                : bean;
    }
}
