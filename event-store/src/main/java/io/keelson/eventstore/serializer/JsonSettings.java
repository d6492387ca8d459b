package io.keelson.eventstore.serializer;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * How JSON is written: sagas by their private fields, Axon's nested tokens readable again, and map entries in order so
 * that equal events are equal byte by byte.
 */
public final class JsonSettings implements Jackson3SerializerCustomizer {
    @Override
    public void accept(JsonMapper.Builder mapper) {
        mapper.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .build())
                .changeDefaultVisibility(visibility -> visibility.withFieldVisibility(Visibility.ANY))
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }
}
