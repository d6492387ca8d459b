package io.keelson.upgrade;

import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeRule;
import java.util.Map;
import java.util.TreeMap;

/** What each release on the way depends on can be had. */
record DependencyRule() implements Rule {
    @Override
    public RuleVerdict judge(Case asked) {
        Map<String, String> chosen = new TreeMap<>();
        for (KnownRelease release : asked.path()) {
            Resolution resolution = asked.question().catalogue().resolve(release);
            String problem = resolution.problem();
            if (problem != null) {
                return Rule.blocks(
                        UpgradeRule.DEPENDENCIES,
                        problem,
                        Map.of("release", release.number().value()));
            }
            resolution.chosen().forEach((component, number) -> chosen.put(component.value(), number.value()));
        }
        return Rule.passes(
                UpgradeRule.DEPENDENCIES,
                chosen.isEmpty() ? "It depends on nothing." : "Its dependencies fit together: %s.".formatted(chosen),
                chosen);
    }
}
