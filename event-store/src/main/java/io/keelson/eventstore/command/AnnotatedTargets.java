package io.keelson.eventstore.command;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.ReflectionUtils;
import org.axonframework.common.annotation.AnnotationUtils;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/**
 * Finds the aggregate of a command by the annotated field of its record. Axon's own resolver searches all methods and fields
 * of the class again for every command; this searches once per class and leaves to Axon what is not such a record.
 */
public final class AnnotatedTargets implements CommandTargetResolver {
    private final CommandTargetResolver others =
            AnnotationCommandTargetResolver.builder().build();
    private final ClassValue<Optional<Field>> identifiers = new ClassValue<>() {
        @Override
        protected Optional<Field> computeValue(Class<?> command) {
            return command.isRecord() ? identifier(command) : Optional.empty();
        }
    };

    /** Fails with {@code IllegalArgumentException} when the command names no aggregate. */
    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        return identifiers
                .get(command.getPayloadType())
                .map(field -> ReflectionUtils.getFieldValue(field, command.getPayload()))
                .map(identifier -> new VersionedAggregateIdentifier(identifier, null))
                .orElseGet(() -> others.resolveTarget(command));
    }

    private static Optional<Field> identifier(Class<?> command) {
        List<Field> fields = List.of(command.getDeclaredFields());
        if (fields.stream().anyMatch(field -> isAnnotated(field, TargetAggregateVersion.class))) {
            return Optional.empty();
        }
        return fields.stream()
                .filter(field -> isAnnotated(field, TargetAggregateIdentifier.class))
                .findFirst();
    }

    private static boolean isAnnotated(Field field, Class<? extends Annotation> annotation) {
        return AnnotationUtils.isAnnotationPresent(field, annotation);
    }
}
