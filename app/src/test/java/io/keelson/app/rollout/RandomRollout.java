package io.keelson.app.rollout;

import io.keelson.api.instance.InstanceTag;
import io.keelson.api.rollout.MemberSelector;
import io.keelson.api.rollout.RolloutGate;
import io.keelson.api.rollout.RolloutGroup;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.RolloutStage;
import io.keelson.api.rollout.Share;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.app.upgrade.RandomActs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A rollout as somebody may wish it, at random. */
record RandomRollout(Random random, Instant now) {
    private static final List<String> TAGS = List.of("canary", "eu", "big");

    RolloutSpec of(ComponentName component, String version) {
        int stages = 1 + random.nextInt(3);
        return new RolloutSpec(
                component,
                new SemanticVersion(version),
                IntStream.range(0, stages)
                        .mapToObj(number -> stage(number, number == stages - 1))
                        .toList(),
                acts().hours(72),
                random.nextInt(4) > 0
                        ? Set.of()
                        : Set.of(acts().one(List.of(
                                UpgradeRule.APPROVAL, UpgradeRule.WINDOW, UpgradeRule.PIN, UpgradeRule.EXCLUSION))));
    }

    List<InstanceTag> tags() {
        return TAGS.stream()
                .filter(_ -> random.nextInt(3) == 0)
                .map(InstanceTag::new)
                .toList();
    }

    private RolloutStage stage(int number, boolean last) {
        int groups = 1 + random.nextInt(3);
        return new RolloutStage(
                "stage " + number,
                IntStream.range(0, groups)
                        .mapToObj(group -> group(group, last && group == groups - 1))
                        .toList(),
                share("1", "1", "2", "3", "50%", "100%"),
                share("0", "1", "2", "30%", "100%"),
                random.nextBoolean(),
                random.nextInt(4) == 0 ? share("1", "20%", "60%") : null,
                gate(),
                random.nextBoolean() ? Duration.ZERO : acts().hours(12));
    }

    private RolloutGroup group(int number, boolean everybodyLeft) {
        MemberSelector selector = everybodyLeft && random.nextInt(6) > 0
                ? MemberSelector.ALL
                : new MemberSelector(
                        List.of(new InstanceTag(acts().one(TAGS))),
                        null,
                        null,
                        null,
                        random.nextBoolean() ? null : share("1", "2", "50%"));
        return new RolloutGroup(
                "group " + number,
                selector,
                random.nextBoolean() ? null : share("1", "2", "50%"),
                random.nextInt(3) > 0 ? null : share("0", "1", "50%"),
                gate());
    }

    private RolloutGate gate() {
        return new RolloutGate(random.nextInt(5) == 0, random.nextInt(5) > 0 ? null : now.plus(acts().hours(30)));
    }

    private Share share(String... of) {
        return Share.parse(acts().one(List.of(of)));
    }

    private RandomActs acts() {
        return new RandomActs(random);
    }
}
