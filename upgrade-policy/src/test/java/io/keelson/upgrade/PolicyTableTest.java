package io.keelson.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.channel.ChannelName;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.upgrade.ChangeClass;
import io.keelson.api.upgrade.ExclusionScope;
import io.keelson.api.upgrade.MaintenanceWindow;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeExclusion;
import io.keelson.api.upgrade.UpgradeOutcome;
import io.keelson.api.upgrade.UpgradeSettings;
import io.keelson.api.version.SecurityDates;
import io.keelson.api.version.VersionRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every policy with every channel, class, window, exclusion and pin, against an oracle that is written another way: it knows
 * nothing of rules and finds the start by looking at every quarter of an hour.
 */
class PolicyTableTest {
    private static final Instant NOW = Scene.NOON;
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int QUARTERS = 4 * 24 * 40;

    private enum Target {
        PATCH("1.0.5"),
        SECURITY("1.1.7"),
        MINOR("1.3.0"),
        MAJOR("2.0.0");

        private final String number;

        Target(String number) {
            this.number = number;
        }
    }

    private enum Window {
        NONE,
        OPEN_NOW,
        TONIGHT,
        TUESDAYS_FOR_PATCHES,
        LAST_SATURDAY
    }

    private enum Exclusion {
        NONE,
        ALL_FOR_TWO_DAYS,
        MAJOR_FOR_A_WEEK,
        MINOR_AND_MAJOR_LATER
    }

    @Test
    void theTableAgreesWithTheOracle() {
        int rows = 0;
        Map<UpgradeOutcome, Integer> outcomes = new EnumMap<>(UpgradeOutcome.class);
        for (UpdatePolicy policy : UpdatePolicy.values()) {
            for (Boolean inChannel : new Boolean[] {null, true, false}) {
                for (Target target : Target.values()) {
                    for (Window window : Window.values()) {
                        for (Exclusion exclusion : Exclusion.values()) {
                            for (String pin : new String[] {null, "1.x", "1.0.x"}) {
                                for (boolean approved : new boolean[] {false, true}) {
                                    Row row = new Row(policy, inChannel, target, window, exclusion, pin, approved);
                                    UpgradeDecision decision = row.decide();
                                    assertThat(decision.outcome())
                                            .as("%s: %s", row, decision)
                                            .isEqualTo(row.outcome());
                                    if (decision.eligible()) {
                                        assertThat(decision.startsAt())
                                                .as("%s: %s", row, decision)
                                                .isEqualTo(row.start());
                                    }
                                    outcomes.merge(decision.outcome(), 1, Integer::sum);
                                    rows++;
                                }
                            }
                        }
                    }
                }
            }
        }
        System.out.printf("PolicyTableTest: %d rows agree, %s%n", rows, outcomes);
        assertThat(outcomes).containsOnlyKeys(UpgradeOutcome.STARTS, UpgradeOutcome.WAITS, UpgradeOutcome.NOT_ELIGIBLE);
    }

    private record Row(
            UpdatePolicy policy,
            Boolean inChannel,
            Target target,
            Window window,
            Exclusion exclusion,
            String pin,
            boolean approved) {
        UpgradeDecision decide() {
            Scene scene = new Scene();
            scene.release("1.0.5").release("1.3.0").release("2.0.0").securityPatch("1.1.7", SecurityDates.NONE);
            scene.approved = approved;
            scene.settings = UpgradeSettings.of(policy)
                    .withChannel(inChannel == null ? null : new ChannelName("early"))
                    .withPin(pin == null ? null : new VersionRange(pin), null)
                    .withWindows(windows(), exclusions());
            scene.offered = Boolean.TRUE.equals(inChannel) ? Set.of(Scene.version(target.number)) : Set.of();
            return scene.decide(target.number);
        }

        private List<MaintenanceWindow> windows() {
            return switch (window) {
                case NONE -> List.of();
                case OPEN_NOW -> List.of(at("noon", Set.of(), null, LocalTime.of(11, 30), Set.of()));
                case TONIGHT -> List.of(at("night", Set.of(), null, LocalTime.of(23, 0), Set.of()));
                case TUESDAYS_FOR_PATCHES ->
                    List.of(at(
                            "tuesday",
                            Set.of(DayOfWeek.TUESDAY),
                            null,
                            LocalTime.of(2, 0),
                            Set.of(ChangeClass.PATCH, ChangeClass.SECURITY)));
                case LAST_SATURDAY ->
                    List.of(at("last", Set.of(DayOfWeek.SATURDAY), -1, LocalTime.of(22, 0), Set.of()));
            };
        }

        private static MaintenanceWindow at(
                String name, Set<DayOfWeek> days, Integer week, LocalTime start, Set<ChangeClass> classes) {
            return new MaintenanceWindow(name, days, week, start, Duration.ofHours(3), "UTC", classes);
        }

        private List<UpgradeExclusion> exclusions() {
            return switch (exclusion) {
                case NONE -> List.of();
                case ALL_FOR_TWO_DAYS -> List.of(from(-1, 2, ExclusionScope.ALL));
                case MAJOR_FOR_A_WEEK -> List.of(from(-1, 7, ExclusionScope.MAJOR));
                case MINOR_AND_MAJOR_LATER -> List.of(from(1, 3, ExclusionScope.MINOR_AND_MAJOR));
            };
        }

        private static UpgradeExclusion from(int fromDays, int untilDays, ExclusionScope scope) {
            return new UpgradeExclusion(
                    "quiet", NOW.plus(Duration.ofDays(fromDays)), NOW.plus(Duration.ofDays(untilDays)), scope);
        }

        // From here on the oracle, which knows the requirement and none of the rules.

        UpgradeOutcome outcome() {
            boolean refused = policy == UpdatePolicy.FROZEN
                    || Boolean.FALSE.equals(inChannel)
                    || "1.x".equals(pin) && target == Target.MAJOR
                    || "1.0.x".equals(pin) && target != Target.PATCH
                    || start() == null;
            if (refused) {
                return UpgradeOutcome.NOT_ELIGIBLE;
            }
            boolean mustAsk = policy == UpdatePolicy.MANUAL_APPROVAL || target == Target.MAJOR;
            return mustAsk && !approved || !start().equals(NOW) ? UpgradeOutcome.WAITS : UpgradeOutcome.STARTS;
        }

        Instant start() {
            for (int quarter = 0; quarter < QUARTERS; quarter++) {
                Instant moment = NOW.plus(QUARTER.multipliedBy(quarter));
                if (open(moment.atZone(ZoneOffset.UTC)) && !excluded(moment)) {
                    return moment;
                }
            }
            return null;
        }

        private boolean open(ZonedDateTime time) {
            if (policy == UpdatePolicy.AUTO_UPDATE && target == Target.SECURITY) {
                return true;
            }
            int minutes = time.getHour() * 60 + time.getMinute();
            return switch (window) {
                case NONE -> true;
                case OPEN_NOW -> minutes >= 690 && minutes < 870;
                case TONIGHT -> minutes >= 1380 || minutes < 120;
                case TUESDAYS_FOR_PATCHES ->
                    target.ordinal() < 2 && time.getDayOfWeek() == DayOfWeek.TUESDAY && minutes >= 120 && minutes < 300;
                case LAST_SATURDAY ->
                    time.getMonthValue() == 3
                            && (time.getDayOfMonth() == 28 && minutes >= 1320
                                    || time.getDayOfMonth() == 29 && minutes < 60);
            };
        }

        private boolean excluded(Instant moment) {
            Duration since = Duration.between(NOW, moment);
            return switch (exclusion) {
                case NONE -> false;
                case ALL_FOR_TWO_DAYS -> since.toHours() < 48;
                case MAJOR_FOR_A_WEEK -> target == Target.MAJOR && since.toDays() < 7;
                case MINOR_AND_MAJOR_LATER -> target.ordinal() >= 2 && since.toHours() >= 24 && since.toHours() < 72;
            };
        }
    }
}
