package io.keelson.job.health;

import io.keelson.api.setting.KnownSetting;
import io.keelson.api.setting.Settings;
import java.time.Duration;
import java.util.Map;

/**
 * The platform settings of this package, as they count now.
 *
 * @param checkEvery how often the health of an instance is looked at
 * @param compareEvery how often what exists of it is compared with what should
 * @param keepSamples how long what was seen is kept
 * @param repair whether what is safe is repaired without being asked
 * @param repairsPerHour how many repairs of one instance are tried within an hour
 */
record UpkeepSettings(
        Duration checkEvery,
        Duration compareEvery,
        Duration keepSamples,
        Judgement.Thresholds thresholds,
        HealingPolicy healing,
        boolean repair,
        int repairsPerHour) {
    static UpkeepSettings of(Settings settings) {
        Map<String, Object> health = settings.value(KnownSetting.HEALTH);
        Map<String, Object> healing = settings.value(KnownSetting.SELF_HEALING);
        Map<String, Object> reconcile = settings.value(KnownSetting.RECONCILE);
        return new UpkeepSettings(
                Duration.ofSeconds(number(health, "intervalSeconds")),
                Duration.ofSeconds(number(reconcile, "intervalSeconds")),
                Duration.ofMinutes(number(health, "keepSamplesMinutes")),
                new Judgement.Thresholds(
                        number(health, "unhealthyAfter"),
                        number(health, "degradedAfter"),
                        number(health, "healthyAfter")),
                new HealingPolicy(
                        Boolean.TRUE.equals(healing.get("enabled")),
                        Duration.ofSeconds(number(healing, "firstPauseSeconds")),
                        Duration.ofSeconds(number(healing, "longestPauseSeconds")),
                        number(healing, "tries"),
                        Duration.ofMinutes(number(healing, "periodMinutes"))),
                Boolean.TRUE.equals(reconcile.get("repair")),
                number(reconcile, "triesPerHour"));
    }

    private static int number(Map<String, Object> values, String key) {
        return values.get(key) instanceof Number number ? number.intValue() : 1;
    }
}
