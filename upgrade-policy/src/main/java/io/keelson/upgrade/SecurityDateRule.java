package io.keelson.upgrade;

import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.version.SecurityDates;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A security patch is not applied before its earliest date. */
record SecurityDateRule() implements Rule {
    @Override
    public RuleVerdict judge(Case asked) {
        SecurityDates dates = asked.target().standing().securityDates();
        Instant earliest = dates.earliest();
        if (!asked.target().securityPatch() || dates.equals(SecurityDates.NONE)) {
            return Rule.passes(UpgradeRule.SECURITY_DATE, "No date holds it back.", Map.of());
        }
        Map<String, String> data = new TreeMap<>();
        put(data, "earliest", earliest);
        put(data, "autoAppliedAfter", dates.autoAppliedAfter());
        put(data, "forcedAt", dates.forcedAt());
        return earliest != null && asked.at().isBefore(earliest)
                ? Rule.waits(UpgradeRule.SECURITY_DATE, "It is not applied before %s.".formatted(earliest), data)
                : Rule.passes(UpgradeRule.SECURITY_DATE, "Its earliest date has come.", data);
    }

    private static void put(Map<String, String> data, String name, @Nullable Instant date) {
        if (date != null) {
            data.put(name, date.toString());
        }
    }
}
