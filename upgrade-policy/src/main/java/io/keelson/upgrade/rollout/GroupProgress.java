package io.keelson.upgrade.rollout;

import io.keelson.api.rollout.RolloutGroup;
import io.keelson.api.rollout.RolloutPlace;
import io.keelson.api.rollout.Share;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** How far a group has come. */
final class GroupProgress {
    private final RolloutPlace place;
    private final RolloutGroup group;
    private final List<MemberProgress> members = new ArrayList<>();
    private final SortedMap<Integer, MemberProgress> pending = new TreeMap<>();
    private final GateProgress gate;
    private int running;
    private int failures;
    private int successes;

    GroupProgress(RolloutPlace place, RolloutGroup group) {
        this.place = place;
        this.group = group;
        gate = new GateProgress(group.gate());
    }

    void add(MemberProgress member) {
        members.add(member);
        pending.put(member.number(), member);
    }

    /** Changes a member and counts it where it is then. */
    void change(MemberProgress member, Consumer<MemberProgress> change) {
        count(member, -1);
        change.accept(member);
        count(member, 1);
    }

    private void count(MemberProgress member, int by) {
        switch (member.outcome()) {
            case PENDING -> {
                if (by > 0) {
                    pending.put(member.number(), member);
                } else {
                    pending.remove(member.number());
                }
            }
            case RUNNING -> running += by;
            case SUCCEEDED -> successes += by;
            case FAILED -> failures += member.counts() ? by : 0;
            case SKIPPED -> {}
        }
    }

    /** How many more may be started, as far as this group decides. */
    int free(boolean exact) {
        int free = group.concurrency() == null
                ? members.size()
                : group.concurrency().atLeastOneOf(members.size()) - running;
        Share budget = group.failureBudget();
        return exact && budget != null
                ? Math.min(free, budget.roundedUpOf(members.size()) + 1 - failures - running)
                : free;
    }

    boolean failedTooOften() {
        return group.failureBudget() != null && failures > group.failureBudget().roundedUpOf(members.size());
    }

    /** Those whose turn it is, in order. */
    Stream<MemberProgress> due(Instant now) {
        return pending.values().stream().filter(member -> member.isDue(now));
    }

    /** Those without a turn so far, in order. */
    List<MemberProgress> pending() {
        return List.copyOf(pending.values());
    }

    List<MemberProgress> members() {
        return members;
    }

    RolloutPlace place() {
        return place;
    }

    GateProgress gate() {
        return gate;
    }

    String name() {
        return group.name();
    }

    int running() {
        return running;
    }

    int failures() {
        return failures;
    }

    int successes() {
        return successes;
    }

    boolean isProcessed() {
        return pending.isEmpty() && running == 0;
    }
}
