package io.keelson.upgrade;

import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeRule;
import java.util.Map;
import java.util.stream.Collectors;

/** Required releases are taken one after the other. */
record PathRule() implements Rule {
    @Override
    public RuleVerdict judge(Case asked) {
        String path =
                asked.path().stream().map(release -> release.number().value()).collect(Collectors.joining(", "));
        Map<String, String> data = Map.of("path", path);
        return asked.path().stream()
                .filter(release ->
                        !release.equals(asked.target()) && !release.status().passable())
                .findFirst()
                .map(release -> Rule.blocks(
                        UpgradeRule.PATH,
                        "%s is required on the way but is %s.".formatted(release.number(), release.status()),
                        data))
                .orElseGet(() -> Rule.passes(
                        UpgradeRule.PATH,
                        asked.path().size() == 1 ? "Nothing is required before it." : "The way is %s.".formatted(path),
                        data));
    }
}
