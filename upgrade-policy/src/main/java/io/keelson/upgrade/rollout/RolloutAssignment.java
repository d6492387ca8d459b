package io.keelson.upgrade.rollout;

import io.keelson.api.rollout.MemberSelector;
import io.keelson.api.rollout.RolloutGroup;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.RolloutSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * Says who belongs to which group. Each instance belongs to the first group that selects it. Within a group those that may be
 * upgraded in some windows only have their turn first, because their windows close; else the order is by chance, but the same
 * for the same version, so that a preview tells what happens and nobody is always the first to try a release.
 */
public final class RolloutAssignment {
    private RolloutAssignment() {}

    /** The members in the order of their turns. */
    public static List<RolloutMember> assign(RolloutSpec spec, List<RolloutCandidate> candidates) {
        List<RolloutCandidate> left = new ArrayList<>(candidates);
        left.sort(Comparator.comparing((RolloutCandidate candidate) -> ticket(spec, candidate)));
        List<RolloutMember> members = new ArrayList<>();
        for (int stage = 0; stage < spec.stages().size(); stage++) {
            List<RolloutGroup> groups = spec.stages().get(stage).groups();
            for (int group = 0; group < groups.size(); group++) {
                List<RolloutCandidate> chosen = choose(groups.get(group).selector(), candidates, left);
                left.removeAll(new HashSet<>(chosen));
                for (RolloutCandidate candidate : chosen) {
                    members.add(new RolloutMember(candidate.instanceId(), stage, group));
                }
            }
        }
        return members;
    }

    private static List<RolloutCandidate> choose(
            MemberSelector selector, List<RolloutCandidate> all, List<RolloutCandidate> left) {
        long most = selector.share() == null ? left.size() : selector.share().roundedUpOf(matching(selector, all));
        return left.stream()
                .filter(candidate -> candidate.matches(selector))
                .limit(most)
                .sorted(Comparator.comparing(candidate -> !candidate.windowed()))
                .toList();
    }

    private static int matching(MemberSelector selector, List<RolloutCandidate> all) {
        return (int)
                all.stream().filter(candidate -> candidate.matches(selector)).count();
    }

    private static UUID ticket(RolloutSpec spec, RolloutCandidate candidate) {
        String name = "%s/%s/%s".formatted(spec.component(), spec.version(), candidate.instanceId());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
