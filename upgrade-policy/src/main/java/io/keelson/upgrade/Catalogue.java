package io.keelson.upgrade;

import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.semver4j.Semver;

/** The releases of a component and of everything they may depend on. Ask many questions of one: it remembers solutions. */
public final class Catalogue {
    private final ComponentName component;
    private final List<KnownRelease> releases;
    private final List<Semver> numbers;
    private final Map<SemanticVersion, Integer> ranks = new HashMap<>();
    private final Map<ComponentName, List<KnownRelease>> others;
    private final Map<SemanticVersion, Resolution> resolutions = new ConcurrentHashMap<>();

    private Catalogue(ComponentName component, Map<ComponentName, List<KnownRelease>> known) {
        this.component = component;
        this.others = known;
        this.releases = known.getOrDefault(component, List.of());
        this.numbers = releases.stream()
                .map(release -> new Semver(release.number().value()))
                .toList();
        for (int rank = 0; rank < releases.size(); rank++) {
            ranks.put(releases.get(rank).number(), rank);
        }
    }

    /**
     * Gathers what can matter for a component.
     *
     * @param source the releases of any component, in any order
     */
    public static Catalogue of(ComponentName component, Function<ComponentName, List<KnownRelease>> source) {
        Map<ComponentName, List<KnownRelease>> known = new LinkedHashMap<>();
        Deque<ComponentName> open = new ArrayDeque<>(List.of(component));
        while (!open.isEmpty()) {
            ComponentName next = open.pop();
            if (!known.containsKey(next)) {
                List<KnownRelease> sorted = source.apply(next).stream()
                        .sorted(Comparator.comparing(KnownRelease::number)
                                .thenComparing(release -> release.number().value()))
                        .toList();
                known.put(next, sorted);
                sorted.forEach(release -> open.addAll(release.dependencies().keySet()));
            }
        }
        return new Catalogue(component, known);
    }

    public ComponentName component() {
        return component;
    }

    /** The release of this number, or empty when there is none. */
    public Optional<KnownRelease> find(SemanticVersion number) {
        return Optional.ofNullable(ranks.get(number)).map(releases::get);
    }

    /** Releases after this version, oldest first. */
    List<KnownRelease> newerThan(SemanticVersion version) {
        Integer rank = ranks.get(version);
        return rank == null
                ? releases.stream()
                        .filter(release -> release.number().compareTo(version) > 0)
                        .toList()
                : releases.subList(rank + 1, releases.size());
    }

    /** Releases after {@code from} and before {@code to}, oldest first. */
    List<KnownRelease> between(SemanticVersion from, SemanticVersion to) {
        return newerThan(from).stream()
                .takeWhile(release -> !release.number().equals(to))
                .toList();
    }

    /** Negative, zero or positive, as the first is older than, the same as, or newer than the second. */
    int compare(SemanticVersion one, SemanticVersion other) {
        return number(one).compareTo(number(other));
    }

    Semver number(SemanticVersion version) {
        Integer rank = ranks.get(version);
        return rank == null ? new Semver(version.value()) : numbers.get(rank);
    }

    /** What is taken along with a release, or why nothing fits. */
    Resolution resolve(KnownRelease release) {
        return release.dependencies().isEmpty()
                ? Resolution.NOTHING_NEEDED
                : resolutions.computeIfAbsent(release.number(), _ -> new DependencySearch(others).resolve(release));
    }
}
