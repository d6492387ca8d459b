package io.keelson.query.operation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceConfiguration;
import io.keelson.api.operation.event.OperationStarted;
import io.keelson.api.operation.query.BlueprintChange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an operation changes of its instance, field by field. */
record Changes(@JsonValue List<BlueprintChange> list) {
    static final Changes NONE = new Changes(List.of());

    @JsonCreator
    Changes {
        list = List.copyOf(list);
    }

    static Changes of(OperationStarted event) {
        InstanceBlueprint target = event.target();
        if (target == null) {
            return NONE;
        }
        Map<String, @Nullable Object> before = fields(event.blueprint());
        Map<String, @Nullable Object> after = fields(target);
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return new Changes(names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> new BlueprintChange(name, before.get(name), after.get(name)))
                .toList());
    }

    private static Map<String, @Nullable Object> fields(InstanceBlueprint blueprint) {
        InstanceConfiguration configuration = blueprint.configuration();
        Map<String, @Nullable Object> fields = new TreeMap<>();
        fields.put("version", blueprint.version().value());
        fields.put("configuration.region", configuration.region());
        fields.put("configuration.dataResidency", configuration.dataResidency());
        fields.put("configuration.enabledSuites", configuration.enabledSuites());
        fields.put("configuration.enabledCapabilities", configuration.enabledCapabilities());
        fields.put("configuration.customDomain", configuration.customDomain());
        fields.put("configuration.sslEnabled", configuration.sslEnabled());
        configuration.settings().forEach((name, value) -> fields.put("configuration.settings." + name, value));
        fields.put("resources.cpuMillis", blueprint.resources().cpuMillis());
        fields.put("resources.memoryMegabytes", blueprint.resources().memoryMegabytes());
        fields.put("resources.storageMegabytes", blueprint.resources().storageMegabytes());
        return fields;
    }
}
