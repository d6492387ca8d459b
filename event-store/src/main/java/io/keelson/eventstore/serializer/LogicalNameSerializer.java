package io.keelson.eventstore.serializer;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/** Writes the logical name of a type instead of its class name. */
final class LogicalNameSerializer extends Jackson3Serializer {
    private final LogicalTypeNames names;
    private final Unnamed unnamed;

    /** What happens to a type without a logical name. */
    enum Unnamed {
        /** Stored for ever, so only types of the framework and the JDK may go by their class name. */
        REFUSED,
        /** On the wire only, where both ends run the same program. */
        BY_CLASS_NAME
    }

    LogicalNameSerializer(LogicalTypeNames names, Unnamed unnamed) {
        super(builder().jsonMapperBuilderCustomizer(new JsonSettings()));
        this.names = names;
        this.unnamed = unnamed;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public SerializedType typeForClass(@Nullable Class type) {
        SerializedType byClass = super.typeForClass(type);
        if (type == null) {
            return byClass;
        }
        Class<?> named = type;
        return names.nameOf(named)
                .<SerializedType>map(name -> new SimpleSerializedType(name, byClass.getRevision()))
                .orElseGet(() -> requireAllowed(byClass));
    }

    @Override
    protected String resolveClassName(SerializedType serializedType) {
        return names.typeOf(serializedType.getName()).map(Class::getName).orElseGet(() -> requireAllowed(serializedType)
                .getName());
    }

    private SerializedType requireAllowed(SerializedType type) {
        String name = type.getName();
        if (unnamed == Unnamed.REFUSED
                && !SerializedType.emptyType().getName().equals(name)
                && !name.startsWith("org.axonframework.")
                && !name.startsWith("java.")) {
            throw new UnknownTypeException(
                    "'%s' has no logical name, so it is neither stored nor read. Name it before it is used."
                            .formatted(name));
        }
        return type;
    }
}
