package io.keelson.graphql.rollout;

import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.query.PreviewedMember;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many members have come how far. */
record RolloutCounts(int pending, int running, int succeeded, int failed, int skipped) {
    /** @param outcomes outcomes of none may be left out */
    static RolloutCounts of(Map<MemberOutcome, Integer> outcomes) {
        return new RolloutCounts(
                outcomes.getOrDefault(MemberOutcome.PENDING, 0),
                outcomes.getOrDefault(MemberOutcome.RUNNING, 0),
                outcomes.getOrDefault(MemberOutcome.SUCCEEDED, 0),
                outcomes.getOrDefault(MemberOutcome.FAILED, 0),
                outcomes.getOrDefault(MemberOutcome.SKIPPED, 0));
    }

    static RolloutCounts of(List<PreviewedMember> members) {
        return of(members.stream().collect(Collectors.toMap(PreviewedMember::outcome, _ -> 1, Integer::sum)));
    }
}
