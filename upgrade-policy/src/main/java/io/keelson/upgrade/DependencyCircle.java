package io.keelson.upgrade;

import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.version.ComponentName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for a circle among chosen releases. */
record DependencyCircle(Map<ComponentName, KnownRelease> chosen) {
    /** The components of a circle in words, or empty when there is none. */
    Optional<String> find() {
        Set<ComponentName> clean = new HashSet<>();
        return chosen.keySet().stream()
                .map(start -> follow(start, List.of(), clean))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> follow(ComponentName component, List<ComponentName> way, Set<ComponentName> clean) {
        List<ComponentName> further = new ArrayList<>(way);
        further.add(component);
        if (way.contains(component)) {
            return Optional.of(further.stream().map(ComponentName::value).collect(Collectors.joining(" needs ")));
        }
        KnownRelease release = chosen.get(component);
        if (release == null || clean.contains(component)) {
            return Optional.empty();
        }
        Optional<String> circle = release.dependencies().keySet().stream()
                .sorted(Comparator.comparing(ComponentName::value))
                .map(next -> follow(next, further, clean))
                .flatMap(Optional::stream)
                .findFirst();
        clean.add(component);
        return circle;
    }
}
