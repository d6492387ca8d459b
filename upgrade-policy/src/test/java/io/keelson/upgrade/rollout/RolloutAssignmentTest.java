package io.keelson.upgrade.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.InstanceTag;
import io.keelson.api.rollout.MemberSelector;
import io.keelson.api.rollout.RolloutGate;
import io.keelson.api.rollout.RolloutGroup;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.RolloutStage;
import io.keelson.api.rollout.Share;
import io.keelson.api.tenant.residency.Region;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RolloutAssignmentTest {
    private static final InstanceTag TEST = new InstanceTag("env:test");
    private static final Region LAGOS = new Region("ng-lagos-1");
    private static final Region BERLIN = new Region("de-berlin-1");

    @Test
    void everyInstanceBelongsToTheFirstGroupThatSelectsIt() {
        MemberSelector tagged = new MemberSelector(List.of(TEST), null, null, null, null);
        MemberSelector inLagos = new MemberSelector(List.of(), LAGOS, null, null, null);
        List<RolloutMember> members = RolloutAssignment.assign(
                spec("2.0.0", tagged, inLagos, MemberSelector.ALL),
                List.of(candidate(1, LAGOS, TEST), candidate(2, LAGOS), candidate(3, BERLIN)));
        assertThat(members)
                .containsExactly(
                        new RolloutMember(Plans.instance(1), 0, 0),
                        new RolloutMember(Plans.instance(2), 1, 0),
                        new RolloutMember(Plans.instance(3), 2, 0));
    }

    @Test
    void whoIsSelectedByNobodyIsNoMember() {
        MemberSelector inLagos = new MemberSelector(List.of(), LAGOS, null, null, null);
        assertThat(RolloutAssignment.assign(spec("2.0.0", inLagos), List.of(candidate(1, BERLIN))))
                .isEmpty();
    }

    @Test
    void aPercentageIsOfAllThatMatchAndIsRoundedUp() {
        List<RolloutMember> members = RolloutAssignment.assign(
                spec("2.0.0", share("10%"), share("50%"), MemberSelector.ALL),
                IntStream.rangeClosed(1, 15)
                        .mapToObj(number -> candidate(number, LAGOS))
                        .toList());
        assertThat(IntStream.range(0, 3).mapToLong(stage -> members.stream()
                        .filter(member -> member.stage() == stage)
                        .count()))
                .containsExactly(2L, 8L, 5L);
    }

    @Test
    void theOrderIsTheSameForTheSameVersionAndAnotherForAnother() {
        List<RolloutCandidate> candidates = IntStream.rangeClosed(1, 40)
                .mapToObj(number -> candidate(number, LAGOS))
                .toList();
        assertThat(RolloutAssignment.assign(spec("2.0.0", MemberSelector.ALL), candidates.reversed()))
                .isEqualTo(RolloutAssignment.assign(spec("2.0.0", MemberSelector.ALL), candidates))
                .isNotEqualTo(RolloutAssignment.assign(spec("2.0.1", MemberSelector.ALL), candidates));
    }

    @Test
    void inAGroupThoseWithWindowsHaveTheirTurnsFirst() {
        List<RolloutCandidate> candidates = IntStream.rangeClosed(1, 20)
                .mapToObj(number ->
                        new RolloutCandidate(Plans.instance(number), Set.of(), LAGOS, null, null, number > 10))
                .toList();
        assertThat(RolloutAssignment.assign(spec("2.0.0", MemberSelector.ALL), candidates).stream()
                        .limit(10)
                        .map(RolloutMember::instanceId))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(11, 20).mapToObj(Plans::instance).toList());
    }

    private static MemberSelector share(String share) {
        return new MemberSelector(List.of(), null, null, null, Share.parse(share));
    }

    private static RolloutCandidate candidate(int number, Region region, InstanceTag... tags) {
        return new RolloutCandidate(Plans.instance(number), Set.of(tags), region, null, null, false);
    }

    /** A stage with one group for each selector. */
    private static RolloutSpec spec(String version, MemberSelector... selectors) {
        List<RolloutStage> stages = Stream.of(selectors)
                .map(selector -> new RolloutStage(
                        "stage " + List.of(selectors).indexOf(selector),
                        List.of(new RolloutGroup("all", selector, null, null, RolloutGate.OPEN)),
                        Share.ALL,
                        Share.NONE,
                        false,
                        null,
                        RolloutGate.OPEN,
                        Duration.ZERO))
                .toList();
        return new RolloutSpec(
                new ComponentName("shop"), new SemanticVersion(version), stages, RolloutSpec.PATIENCE, Set.of());
    }
}
