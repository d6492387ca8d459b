package io.keelson.command.setting;

import io.keelson.api.instance.Resources;
import io.keelson.api.setting.KnownSetting;
import io.keelson.api.setting.Settings;
import io.keelson.command.instance.PlanCatalogue;
import java.util.Map;
import java.util.stream.Collectors;

/** The plans as the platform owner has set them. */
public record ConfiguredPlans(Settings settings) implements PlanCatalogue {
    @Override
    public Map<String, Resources> plans() {
        return settings.value(KnownSetting.PLANS).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, plan -> resources(plan.getValue())));
    }

    private static Resources resources(Object plan) {
        Map<?, ?> values = (Map<?, ?>) plan;
        return new Resources(
                number(values, "cpuMillis"), number(values, "memoryMegabytes"), number(values, "storageMegabytes"));
    }

    private static int number(Map<?, ?> values, String key) {
        return values.get(key) instanceof Number number ? number.intValue() : 0;
    }
}
