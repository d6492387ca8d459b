package io.keelson.eventstore.serializer;

import io.keelson.api.message.LogicalName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.serialization.Revision;

/** Which type is stored under which name, both ways. A name belongs to one type for ever. Immutable. */
public final class LogicalTypeNames {
    private final Map<String, Class<?>> types;
    private final Map<Class<?>, String> names;

    private LogicalTypeNames(Map<String, Class<?>> types) {
        this.types = Map.copyOf(types);
        Map<Class<?>, String> reversed = new LinkedHashMap<>();
        types.forEach((name, type) -> reversed.put(type, name));
        this.names = Map.copyOf(reversed);
    }

    /**
     * Names the given events; each must carry {@link LogicalName} and {@link Revision}, and no two the same name, else
     * this fails and says which.
     */
    public static LogicalTypeNames of(Collection<? extends Class<?>> events) {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        for (Class<?> event : events) {
            if (!event.isAnnotationPresent(LogicalName.class) || !event.isAnnotationPresent(Revision.class)) {
                throw new IllegalArgumentException(
                        "%s cannot be stored: it needs @LogicalName and @Revision.".formatted(event.getName()));
            }
            put(types, event.getAnnotation(LogicalName.class).value(), event);
        }
        return new LogicalTypeNames(types);
    }

    /** Adds a type that cannot name itself, for example a saga. Fails when the name is taken. */
    public LogicalTypeNames with(String name, Class<?> type) {
        Map<String, Class<?>> extended = new LinkedHashMap<>(types);
        put(extended, name, type);
        return new LogicalTypeNames(extended);
    }

    /** The name that {@code type} is stored under. */
    public Optional<String> nameOf(Class<?> type) {
        return Optional.ofNullable(names.get(type));
    }

    /** The type that is stored under {@code name}. */
    public Optional<Class<?>> typeOf(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** Whether what was stored under {@code name} with {@code revision} can be read today. */
    public boolean reads(String name, String revision) {
        return typeOf(name)
                .map(type -> type.getAnnotation(Revision.class))
                .filter(current -> current.value().equals(revision))
                .isPresent();
    }

    private static void put(Map<String, Class<?>> types, String name, Class<?> type) {
        Class<?> holder = types.putIfAbsent(name, type);
        if (holder != null) {
            throw new IllegalArgumentException(
                    "%s and %s cannot both be stored as '%s'.".formatted(holder.getName(), type.getName(), name));
        }
    }
}
