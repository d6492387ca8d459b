package io.keelson.upgrade;

import io.keelson.api.instance.DriverName;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.upgrade.UpgradeSettings;
import io.keelson.api.upgrade.Verdict;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SecurityDates;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionRange;
import io.keelson.api.version.VersionStanding;
import io.keelson.api.version.VersionStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds questions for tests: {@code shop} runs 1.0.0 on Sunday, 1 March 2026, noon UTC. */
final class Scene {
    static final ComponentName SHOP = new ComponentName("shop");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<KnownRelease> releases = new ArrayList<>();
    private final Map<ComponentName, List<KnownRelease>> others = new HashMap<>();
    UpgradeSettings settings = UpgradeSettings.of(UpdatePolicy.AUTO_UPDATE);
    InstanceStatus status = InstanceStatus.ACTIVE;
    boolean busy;
    boolean approved;
    String runs = "1.0.0";
    Instant at = NOON;
    Set<SemanticVersion> avoided = Set.of();
    Set<SemanticVersion> offered = Set.of();
    Set<UpgradeRule> overrides = Set.of();

    Scene() {
        release("1.0.0");
    }

    static SemanticVersion version(String number) {
        return new SemanticVersion(number);
    }

    static KnownRelease of(String component, String number, VersionStatus status, Map<String, String> needs) {
        return new KnownRelease(
                VersionId.random(),
                new ComponentName(component),
                version(number),
                status,
                false,
                false,
                needs.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> new ComponentName(entry.getKey()),
                                entry -> new VersionRange(entry.getValue()))),
                VersionStanding.NONE,
                Set.of(DriverName.PROCESS));
    }

    Scene release(String number) {
        return add(of("shop", number, VersionStatus.STABLE, Map.of()));
    }

    Scene needing(String number, Map<String, String> needs) {
        return add(of("shop", number, VersionStatus.STABLE, needs));
    }

    Scene securityPatch(String number, SecurityDates dates) {
        return change(number, true, false, VersionStatus.STABLE, VersionStanding.NONE.withSecurityDates(dates));
    }

    Scene breaking(String number) {
        return change(number, false, true, VersionStatus.STABLE, VersionStanding.NONE);
    }

    Scene required(String number, VersionStatus with) {
        return change(number, false, false, with, VersionStanding.NONE.withRequired(true));
    }

    Scene withStatus(String number, VersionStatus with) {
        return change(number, false, false, with, VersionStanding.NONE);
    }

    private Scene change(
            String number, boolean security, boolean breaks, VersionStatus with, VersionStanding standing) {
        return add(new KnownRelease(
                VersionId.random(),
                SHOP,
                version(number),
                with,
                breaks,
                security,
                Map.of(),
                standing,
                Set.of(DriverName.PROCESS)));
    }

    Scene other(String component, String number, Map<String, String> needs) {
        others.computeIfAbsent(new ComponentName(component), _ -> new ArrayList<>())
                .add(of(component, number, VersionStatus.STABLE, needs));
        return this;
    }

    private Scene add(KnownRelease release) {
        releases.add(release);
        return this;
    }

    Catalogue catalogue() {
        return Catalogue.of(
                SHOP, component -> component.equals(SHOP) ? releases : others.getOrDefault(component, List.of()));
    }

    UpgradeDecision decide(String wanted) {
        return decide(catalogue(), wanted);
    }

    UpgradeDecision decide(Catalogue catalogue, String wanted) {
        UpgradeSubject subject =
                new UpgradeSubject(version(runs), DriverName.PROCESS, status, busy, settings, offered, avoided);
        return UpgradePolicy.decide(new UpgradeQuestion(
                subject, catalogue, wanted == null ? null : version(wanted), overrides, approved, at));
    }

    static Verdict said(UpgradeDecision decision, UpgradeRule rule) {
        return decision.rules().stream()
                .filter(verdict -> verdict.rule() == rule)
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
