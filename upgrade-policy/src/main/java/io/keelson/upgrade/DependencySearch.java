package io.keelson.upgrade;

import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.VersionRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Searches versions of other components that fit a release and each other, newest first, going back where they do not. It
 * gives up after a bounded number of looks, and then nothing fits: a doubt counts against the upgrade.
 */
final class DependencySearch {
    private static final int MOST_LOOKS = 20_000;

    private final Map<ComponentName, List<KnownRelease>> known;
    private int looks;
    private int deepest = -1;
    private String problem = "";

    DependencySearch(Map<ComponentName, List<KnownRelease>> known) {
        this.known = known;
    }

    private record Need(KnownRelease by, ComponentName component, VersionRange range) {}

    Resolution resolve(KnownRelease release) {
        Map<ComponentName, KnownRelease> chosen = new LinkedHashMap<>(Map.of(release.component(), release));
        if (!search(needsOf(release), chosen)) {
            return new Resolution(Map.of(), problem);
        }
        chosen.remove(release.component());
        return new Resolution(
                chosen.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                        .number())),
                null);
    }

    private boolean search(List<Need> open, Map<ComponentName, KnownRelease> chosen) {
        if (++looks > MOST_LOOKS) {
            problem = "The dependencies are too entangled to be solved; nothing is risked.";
            deepest = Integer.MAX_VALUE;
            return false;
        }
        if (open.isEmpty()) {
            return new DependencyCircle(chosen)
                    .find()
                    .map(circle -> failed(chosen, "The dependencies go in a circle: %s.".formatted(circle)))
                    .orElse(true);
        }
        Need need = open.getFirst();
        List<Need> rest = open.subList(1, open.size());
        KnownRelease already = chosen.get(need.component());
        if (already != null) {
            return need.range().includes(already.number())
                    ? search(rest, chosen)
                    : failed(chosen, conflict(need, already));
        }
        return searchNew(need, rest, chosen);
    }

    private boolean searchNew(Need need, List<Need> rest, Map<ComponentName, KnownRelease> chosen) {
        boolean any = false;
        for (KnownRelease candidate :
                known.getOrDefault(need.component(), List.of()).reversed()) {
            if (candidate.status().provisionable() && need.range().includes(candidate.number())) {
                any = true;
                chosen.put(need.component(), candidate);
                List<Need> needs = new ArrayList<>(rest);
                needs.addAll(needsOf(candidate));
                if (search(needs, chosen)) {
                    return true;
                }
                chosen.remove(need.component());
            }
        }
        if (!any) {
            failed(chosen, nothing(need));
        }
        return false;
    }

    private boolean failed(Map<ComponentName, KnownRelease> chosen, String why) {
        if (chosen.size() > deepest) {
            deepest = chosen.size();
            problem = why;
        }
        return false;
    }

    private static List<Need> needsOf(KnownRelease release) {
        return release.dependencies().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(ComponentName::value)))
                .map(entry -> new Need(release, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String nothing(Need need) {
        return "%s %s needs %s %s, and no release of it that can be used is in that range."
                .formatted(need.by().component(), need.by().number(), need.component(), need.range());
    }

    private static String conflict(Need need, KnownRelease already) {
        return "%s %s needs %s %s, but %s is already chosen for another one."
                .formatted(need.by().component(), need.by().number(), need.component(), need.range(), already.number());
    }
}
