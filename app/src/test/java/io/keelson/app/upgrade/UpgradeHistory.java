package io.keelson.app.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.channel.command.DemoteVersion;
import io.keelson.api.channel.command.PromoteVersion;
import io.keelson.api.error.Rejection;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.command.UpgradeInstance;
import io.keelson.api.instance.event.InstanceEvent;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.instance.event.UpgradeProposed;
import io.keelson.api.instance.event.UpgradeRejected;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeOutcome;
import io.keelson.api.upgrade.UpgradeProposal;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.upgrade.Verdict;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SecurityDates;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.command.SetSecurityDates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;

/**
 * Some shops of one component, each with a history of its own, on one virtual clock. Whatever is said about a shop must come true
 * at the moment that was said, unless somebody did something meanwhile; and nothing must happen that was not said.
 */
final class UpgradeHistory {
    private record Ending(Instant at, InstanceId shop, OperationId operation, boolean good) {}

    private final HistoryPlatform platform;
    private final HistoryTally tally;
    private final String seed;
    private final Random random;
    private final RandomActs acts;
    private final HistoryShops shops;
    private final List<InstanceId> instances = new ArrayList<>();
    private final Map<SemanticVersion, VersionId> releases = new LinkedHashMap<>();
    private final Map<VersionId, SecurityDates> dates = new HashMap<>();
    private final PriorityQueue<Ending> endings = new PriorityQueue<>(Comparator.comparing(Ending::at));
    private final Map<InstanceId, Promise> promises = new HashMap<>();
    private final List<InstanceId> stale = new ArrayList<>();
    private final Set<InstanceId> proposed = new HashSet<>();
    private final List<String> diary = new ArrayList<>();
    private boolean channelIsOpen;

    UpgradeHistory(HistoryPlatform platform, HistoryTally tally, long seed) {
        this.platform = platform;
        this.tally = tally;
        this.seed = "keelson.seed=" + seed;
        random = new Random(seed);
        acts = new RandomActs(random);
        shops = new HistoryShops(platform, new ComponentName("shop-" + Long.toUnsignedString(seed, 36)));
    }

    void live(int histories, int steps) {
        platform.forgetInstances();
        // Around the days on which clocks change in America and Europe.
        platform.clock.set(Instant.parse("2026-03-06T00:00:00Z").plus(acts.hours(24 * 20)));
        release("1.0.0");
        Stream.of("1.0.1", "1.1.0", "1.1.1").forEach(this::release);
        for (int i = 0; i < histories; i++) {
            InstanceId shop = shops.open(shops.component() + "-" + i, acts.one(List.of(UpdatePolicy.values())));
            instances.add(shop);
            attempt(acts.wish(shop, now()));
            attempt(acts.wish(shop, now()));
        }
        platform.happened();
        remember(instances);
        settle();
        for (int step = 0; step < steps; step++) {
            passTime(now().plus(acts.hours(12)));
            act();
            settle();
        }
    }

    private Instant now() {
        return platform.clock.instant();
    }

    /** Stops at every moment at which something was said to happen, and at some at which nothing was. */
    private void passTime(Instant until) {
        while (now().isBefore(until)) {
            Instant next = Stream.concat(
                            Stream.of(until),
                            Stream.concat(
                                    endings.stream().map(Ending::at),
                                    promises.values().stream()
                                            .map(Promise::startsAt)
                                            .filter(start -> start != null)))
                    .filter(moment -> moment.isAfter(now()))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            if (random.nextInt(8) == 0) {
                next = next.minus(Duration.between(now(), next).dividedBy(2));
            }
            Instant before = now();
            platform.clock.set(next);
            forgetWhatDatesChange(before, next);
            endOperations();
            settle();
        }
    }

    /** Who waits for somebody's approval may be helped by a date instead, which was not said. */
    private void forgetWhatDatesChange(Instant after, Instant until) {
        boolean passed = dates.values().stream()
                .flatMap(all -> Stream.of(all.autoAppliedAfter(), all.forcedAt()))
                .anyMatch(date -> date != null && date.isAfter(after) && !date.isAfter(until));
        if (passed) {
            remember(instances.stream()
                    .filter(shop -> promises.get(shop).waitsForSomebody())
                    .toList());
        }
    }

    private void endOperations() {
        while (!endings.isEmpty() && !endings.peek().at().isAfter(now())) {
            Ending ending = endings.poll();
            if (ending.good()) {
                shops.succeed(ending.shop(), ending.operation());
            } else {
                shops.fail(ending.shop(), ending.operation());
            }
            note("%s of %s ends %s".formatted(ending.operation(), ending.shop(), ending.good() ? "well" : "badly"));
        }
    }

    private void act() {
        InstanceId shop = acts.one(instances);
        switch (random.nextInt(8)) {
            case 0 -> release(next());
            case 1, 2 -> {
                SemanticVersion number = acts.one(List.copyOf(releases.keySet()));
                attempt(acts.release(shops.component(), releases.get(number), number, now()));
                everybodyHasHeard();
            }
            case 3, 4 -> attempt(acts.wish(shop, now()));
            default -> {
                Object deed = acts.deed(
                        shop, platform.view(shop).upgrades().proposal(), acts.one(List.copyOf(releases.keySet())));
                if (deed instanceof UpgradeInstance named) {
                    ask(named);
                } else {
                    attempt(deed);
                }
            }
        }
    }

    /** What is said about a named version is what whoever asks for it gets. */
    private void ask(UpgradeInstance named) {
        UpgradeProposal waiting = platform.view(named.instanceId()).upgrades().proposal();
        boolean known = named.overrides().isEmpty()
                && (waiting == null || !waiting.target().equals(named.version()));
        UpgradeDecision said =
                platform.decide(List.of(named.instanceId()), named.version()).get(named.instanceId());
        rememberWhatChanged();
        boolean accepted = attempt(named);
        if (!known || said.saying(Verdict.WAITS).contains(UpgradeRule.INSTANCE_STATE)) {
            return;
        }
        List<Object> events = happened(named.instanceId());
        String shown = shown(named.instanceId(), said);
        boolean takes = said.eligible() && said.path().size() == 1;
        assertThat(accepted).as(shown).isEqualTo(takes);
        assertThat(begun(events) != null).as(shown).isEqualTo(takes && said.outcome() == UpgradeOutcome.STARTS);
        tally.named++;
    }

    private boolean attempt(Object command) {
        if (command instanceof DemoteVersion && !channelIsOpen) {
            return false;
        }
        try {
            platform.send(command, random.nextBoolean() ? "alice" : "bob");
            note(command.toString());
            channelIsOpen |= command instanceof PromoteVersion;
            if (command instanceof SetSecurityDates set) {
                dates.put(set.versionId(), set.dates());
            }
            return true;
        } catch (CommandExecutionException refused) {
            if (refused.<Rejection>getDetails().isEmpty()) {
                throw refused;
            }
            note("refused: %s: %s".formatted(command, refused.getMessage()));
            tally.refused++;
            return false;
        }
    }

    private void release(String number) {
        boolean first = releases.isEmpty();
        boolean security = !first && random.nextBoolean();
        VersionId id = shops.release(
                number,
                first || random.nextInt(6) > 0 ? VersionStatus.STABLE : VersionStatus.BETA,
                !first && random.nextInt(8) == 0,
                security);
        releases.put(new SemanticVersion(number), id);
        note("released " + number);
        if (security && random.nextBoolean()) {
            attempt(new SetSecurityDates(id, acts.dates(now())));
        }
        everybodyHasHeard();
    }

    private String next() {
        SemanticVersion newest = List.copyOf(releases.keySet()).getLast();
        String[] parts = newest.value().split("\\.");
        int major = Integer.parseInt(parts[0]);
        int minor = Integer.parseInt(parts[1]);
        return switch (random.nextInt(5)) {
            case 0 -> "%d.0.0".formatted(major + 1);
            case 1, 2 -> "%d.%d.0".formatted(major, minor + 1);
            default -> "%d.%d.%d".formatted(major, minor, Integer.parseInt(parts[2]) + 1);
        };
    }

    private void everybodyHasHeard() {
        if (!promises.isEmpty()) {
            remember(instances);
        }
    }

    /** Looks until a look changes nothing. */
    private void settle() {
        rememberWhatChanged();
        do {
            look();
        } while (rememberWhatChanged());
    }

    private void look() {
        Map<InstanceId, UpgradeDecision> said = platform.decide(instances, null);
        said.forEach((shop, decision) -> assertThat(promises.get(shop).isKeptBy(decision))
                .as(() -> "said: %s; now: %s".formatted(promises.get(shop).said(), shown(shop, decision)))
                .isTrue());
        Set<InstanceId> waiting = Set.copyOf(proposed);
        platform.look();
        tally.looks++;
        List<Object> all = platform.happened();
        said.forEach((shop, decision) -> {
            List<Object> events = of(shop, all);
            InstanceOperationRequested begun = begun(events);
            Supplier<String> shown = () -> shown(shop, decision);
            if (decision.outcome() == UpgradeOutcome.STARTS) {
                assertThat(begun).as(shown).isNotNull();
                assertThat(begun.targetOrSame().version())
                        .as(shown)
                        .isEqualTo(decision.path().getFirst());
                tally.begun++;
            } else {
                assertThat(begun).as(shown).isNull();
            }
            boolean asks = decision.eligible()
                    && decision.saying(Verdict.WAITS).contains(UpgradeRule.APPROVAL)
                    && !decision.saying(Verdict.WAITS).contains(UpgradeRule.INSTANCE_STATE)
                    && !waiting.contains(shop);
            assertThat(events.stream().anyMatch(UpgradeProposed.class::isInstance))
                    .as(shown)
                    .isEqualTo(asks);
            tally.proposed += asks ? 1 : 0;
            tally.dropped += events.stream().anyMatch(UpgradeRejected.class::isInstance) ? 1 : 0;
        });
        carry(all);
    }

    /** What nobody has looked at yet; true when there was something. */
    private boolean rememberWhatChanged() {
        carry(platform.happened());
        boolean changed = !stale.isEmpty();
        remember(List.copyOf(stale));
        stale.clear();
        return changed;
    }

    private void carry(List<Object> events) {
        for (Object event : events) {
            if (event instanceof InstanceEvent of && !stale.contains(of.instanceId())) {
                stale.add(of.instanceId());
            }
            if (event instanceof UpgradeProposed asked) {
                proposed.add(asked.instanceId());
            } else if (event instanceof UpgradeRejected rejected) {
                proposed.remove(rejected.instanceId());
            } else if (event instanceof InstanceOperationRequested requested) {
                if (requested.kind() == OperationKind.UPGRADE) {
                    proposed.remove(requested.instanceId());
                }
                endings.add(new Ending(
                        now().plus(acts.hours(3)),
                        requested.instanceId(),
                        requested.operationId(),
                        random.nextInt(6) > 0));
                note("%s of %s begins: %s to %s"
                        .formatted(
                                requested.operationId(),
                                requested.instanceId(),
                                requested.kind(),
                                requested.targetOrSame().version()));
            }
        }
    }

    private List<Object> happened(InstanceId shop) {
        List<Object> all = platform.happened();
        carry(all);
        return of(shop, all);
    }

    private static List<Object> of(InstanceId shop, List<Object> events) {
        return events.stream()
                .filter(event ->
                        event instanceof InstanceEvent of && of.instanceId().equals(shop))
                .toList();
    }

    private static InstanceOperationRequested begun(List<Object> events) {
        return events.stream()
                .filter(InstanceOperationRequested.class::isInstance)
                .map(InstanceOperationRequested.class::cast)
                .filter(requested -> requested.kind() == OperationKind.UPGRADE)
                .findFirst()
                .orElse(null);
    }

    private void remember(List<InstanceId> changed) {
        if (!changed.isEmpty()) {
            platform.decide(changed, null).forEach((shop, said) -> {
                promises.put(shop, new Promise(said));
                tally.promises++;
            });
        }
    }

    private void note(String line) {
        diary.add("%s %s".formatted(now(), line));
    }

    private String shown(InstanceId shop, UpgradeDecision decision) {
        return "%s, %s at %s: %s%n%s"
                .formatted(
                        seed,
                        shop,
                        now(),
                        decision,
                        String.join(
                                "\n",
                                diary.stream()
                                        .filter(line -> line.contains(shop.toString()) || !line.contains("instance:"))
                                        .toList()));
    }
}
