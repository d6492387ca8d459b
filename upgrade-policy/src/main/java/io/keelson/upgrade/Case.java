package io.keelson.upgrade;

import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.upgrade.ChangeClass;
import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.upgrade.MaintenanceWindow;
import io.keelson.api.upgrade.UpgradeExclusion;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.upgrade.UpgradeSettings;
import io.keelson.api.version.SecurityDates;
import io.keelson.api.version.SemanticVersion;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semver4j.Semver;

/**
 * A question about one release, with what several rules need.
 *
 * @param path versions to take, the last one being the target
 * @param forced whether the date has come from which nobody's wish counts any more
 */
record Case(
        UpgradeQuestion question,
        KnownRelease target,
        List<KnownRelease> path,
        ChangeClass change,
        boolean forced,
        Timing timing) {
    static Case of(UpgradeQuestion question, KnownRelease target) {
        List<KnownRelease> between =
                question.catalogue().between(question.subject().version(), target.number());
        List<KnownRelease> path = Stream.concat(
                        between.stream().filter(release -> release.standing().required()), Stream.of(target))
                .toList();
        ChangeClass change = change(question, between, target);
        boolean forced = forced(question, target);
        return new Case(question, target, path, change, forced, timing(question, target, change, forced));
    }

    private static ChangeClass change(UpgradeQuestion question, List<KnownRelease> between, KnownRelease target) {
        Semver before = question.catalogue().number(question.subject().version());
        Semver after = question.catalogue().number(target.number());
        boolean breaks = target.breaking()
                || between.stream()
                        .anyMatch(release ->
                                release.breaking() && release.status().passable());
        if (breaks || before.getMajor() != after.getMajor()) {
            return ChangeClass.MAJOR;
        }
        if (target.securityPatch()) {
            return ChangeClass.SECURITY;
        }
        return before.getMinor() == after.getMinor() ? ChangeClass.PATCH : ChangeClass.MINOR;
    }

    private static boolean forced(UpgradeQuestion question, KnownRelease target) {
        Instant date = target.standing().securityDates().forcedAt();
        return target.securityPatch() && date != null && !question.at().isBefore(date);
    }

    private static Timing timing(UpgradeQuestion question, KnownRelease target, ChangeClass change, boolean forced) {
        if (forced) {
            return new Timing(question.at(), null);
        }
        UpgradeSettings settings = question.subject().settings();
        List<MaintenanceWindow> windows =
                needsWindow(settings, change) && !question.overrides(UpgradeRule.WINDOW) ? settings.windows() : null;
        List<UpgradeExclusion> exclusions =
                question.overrides(UpgradeRule.EXCLUSION) ? List.of() : settings.exclusions();
        return Timing.from(earliest(question, target), change, windows, exclusions);
    }

    /** Security patches are applied immediately where updates are automatic (requirement PF-1, 3.4.2). */
    static boolean needsWindow(UpgradeSettings settings, ChangeClass change) {
        boolean immediately = settings.policy() == UpdatePolicy.AUTO_UPDATE && change == ChangeClass.SECURITY;
        return !settings.windows().isEmpty() && !immediately;
    }

    private static Instant earliest(UpgradeQuestion question, KnownRelease target) {
        Instant date = target.standing().securityDates().earliest();
        if (date == null || !target.securityPatch() || question.overrides(UpgradeRule.SECURITY_DATE)) {
            return question.at();
        }
        return date.isAfter(question.at()) ? date : question.at();
    }

    /** Whether one of these versions has to be taken on the way, the target included. */
    boolean leadsOver(Set<SemanticVersion> versions) {
        return path.stream().anyMatch(release -> versions.contains(release.number()));
    }

    /** The dates of a security patch that are still to come and from which something objects no more. */
    List<Instant> datesToCome() {
        SecurityDates dates = target.standing().securityDates();
        return target.securityPatch()
                ? Stream.concat(toCome(dates.autoAppliedAfter()), toCome(dates.forcedAt()))
                        .toList()
                : List.of();
    }

    private Stream<Instant> toCome(@Nullable Instant date) {
        return date != null && date.isAfter(at()) ? Stream.of(date) : Stream.empty();
    }

    Case at(Instant moment) {
        return of(question.at(moment), target);
    }

    UpgradeSubject subject() {
        return question.subject();
    }

    UpgradeSettings settings() {
        return question.subject().settings();
    }

    Instant at() {
        return question.at();
    }
}
