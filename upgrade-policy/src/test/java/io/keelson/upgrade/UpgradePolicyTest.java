package io.keelson.upgrade;

import static io.keelson.upgrade.Scene.NOON;
import static io.keelson.upgrade.Scene.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.channel.ChannelName;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.upgrade.AutoApproval;
import io.keelson.api.upgrade.ChangeClass;
import io.keelson.api.upgrade.MaintenanceWindow;
import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeOutcome;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.upgrade.UpgradeSettings;
import io.keelson.api.upgrade.Verdict;
import io.keelson.api.version.SecurityDates;
import io.keelson.api.version.VersionRange;
import io.keelson.api.version.VersionStatus;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpgradePolicyTest {
    private final Scene scene = new Scene();

    @Test
    void nothingNewerMeansUpToDate() {
        UpgradeDecision decision = scene.decide(null);

        assertThat(decision.outcome()).isEqualTo(UpgradeOutcome.UP_TO_DATE);
        assertThat(decision.target()).isNull();
    }

    @Test
    void aMinorReleaseStartsAtOnceWhereUpdatesAreAutomatic() {
        UpgradeDecision decision = scene.release("1.1.0").decide(null);

        assertThat(decision.outcome()).isEqualTo(UpgradeOutcome.STARTS);
        assertThat(decision.target()).isEqualTo(version("1.1.0"));
        assertThat(decision.change()).isEqualTo(ChangeClass.MINOR);
        assertThat(decision.startsAt()).isEqualTo(NOON);
    }

    @Test
    void whatDidNotStayBeforeIsOnlyTakenWhenSomebodyNamesIt() {
        scene.release("1.1.0").release("1.2.0");
        scene.avoided = Set.of(version("1.2.0"));

        assertThat(scene.decide(null).target()).isEqualTo(version("1.1.0"));
        assertThat(scene.decide("1.2.0").outcome()).isEqualTo(UpgradeOutcome.STARTS);
    }

    @Test
    void nothingIsTriedInTurnsForEver() {
        scene.release("1.1.0").release("1.2.0");
        scene.avoided = Set.of(version("1.1.0"), version("1.2.0"));

        assertThat(scene.decide(null).outcome()).isEqualTo(UpgradeOutcome.UP_TO_DATE);
    }

    @Test
    void aWayOverWhatDidNotStayIsNotTakenByItself() {
        scene.required("1.1.0", VersionStatus.STABLE).release("1.2.0");
        scene.avoided = Set.of(version("1.1.0"));

        assertThat(scene.decide(null).outcome()).isEqualTo(UpgradeOutcome.UP_TO_DATE);
        assertThat(scene.decide("1.2.0").outcome()).isEqualTo(UpgradeOutcome.STARTS);
    }

    @Test
    void whatCanStartFirstIsNotHeldBackByWhatIsNewer() {
        scene.release("1.0.1").release("1.1.0");
        scene.settings = scene.settings.withWindows(
                List.of(
                        daily("patches", LocalTime.NOON, Set.of(ChangeClass.PATCH)),
                        daily("minors", LocalTime.of(20, 0), Set.of(ChangeClass.MINOR))),
                List.of());

        assertThat(scene.decide(null).target()).isEqualTo(version("1.0.1"));
        scene.at = NOON.plusSeconds(7 * 3600);
        assertThat(scene.decide(null).target()).isEqualTo(version("1.1.0"));
        assertThat(scene.decide(null).startsAt()).isEqualTo(NOON.plusSeconds(8 * 3600));
    }

    @Test
    void aWindowIsNotWaitedForLongerThanUntilThePatchIsForced() {
        scene.securityPatch("1.0.1", new SecurityDates(null, null, NOON.plusSeconds(600)));
        scene.settings = UpgradeSettings.of(UpdatePolicy.AUTO_UPDATE)
                .withPolicy(UpdatePolicy.MANUAL_APPROVAL, new AutoApproval(true, false, false))
                .withWindows(List.of(daily("nights", LocalTime.of(20, 0), Set.of())), List.of());

        UpgradeDecision decision = scene.decide(null);
        assertThat(decision.saying(Verdict.WAITS)).containsExactly(UpgradeRule.SECURITY_DATE, UpgradeRule.WINDOW);
        assertThat(decision.startsAt()).isEqualTo(NOON.plusSeconds(600));
        scene.at = NOON.plusSeconds(600);
        assertThat(scene.decide(null).outcome()).isEqualTo(UpgradeOutcome.STARTS);
    }

    private static MaintenanceWindow daily(String name, LocalTime start, Set<ChangeClass> classes) {
        return new MaintenanceWindow(name, Set.of(), null, start, Duration.ofHours(2), "UTC", classes);
    }

    @Test
    void whatNeedsNoApprovalGoesBeforeWhatIsNewerButDoes() {
        UpgradeDecision decision = scene.release("1.1.0").release("2.0.0").decide(null);

        assertThat(decision.target()).isEqualTo(version("1.1.0"));
    }

    @Test
    void aMajorReleaseWaitsForApprovalEvenWhereUpdatesAreAutomatic() {
        UpgradeDecision decision = scene.release("2.0.0").decide(null);

        assertThat(decision.outcome()).isEqualTo(UpgradeOutcome.WAITS);
        assertThat(decision.saying(Verdict.WAITS)).containsExactly(UpgradeRule.APPROVAL);
        scene.approved = true;
        assertThat(scene.decide(null).outcome()).isEqualTo(UpgradeOutcome.STARTS);
    }

    @Test
    void aBreakingReleaseOnTheWayMakesTheChangeMajor() {
        UpgradeDecision decision = scene.breaking("1.1.0").release("1.2.0").decide("1.2.0");

        assertThat(decision.change()).isEqualTo(ChangeClass.MAJOR);
    }

    @Test
    void aDowngradeIsRefusedAndSaysWhatToDo() {
        scene.release("0.9.0");
        UpgradeDecision decision = scene.decide("0.9.0");

        assertThat(decision.outcome()).isEqualTo(UpgradeOutcome.NOT_ELIGIBLE);
        assertThat(decision.obstacle())
                .isEqualTo("0.9.0 is older than 1.0.0; going back is a rollback, not an upgrade.");
        scene.overrides = EnumSet.allOf(UpgradeRule.class);
        assertThat(scene.decide("0.9.0").eligible()).isFalse();
    }

    @Test
    void aPreReleaseComesBeforeItsRelease() {
        scene.runs = "1.1.0-rc.1";
        scene.release("1.1.0-rc.1").release("1.1.0");

        assertThat(scene.decide(null).target()).isEqualTo(version("1.1.0"));
    }

    @Test
    void aRequiredReleaseIsTakenFirst() {
        scene.required("1.1.0", VersionStatus.DEPRECATED).release("1.2.0");

        assertThat(scene.decide("1.2.0").path()).containsExactly(version("1.1.0"), version("1.2.0"));
    }

    @Test
    void aRequiredReleaseThatIsWithdrawnClosesTheWay() {
        scene.required("1.1.0", VersionStatus.WITHDRAWN).release("1.2.0");
        scene.overrides = EnumSet.allOf(UpgradeRule.class);
        UpgradeDecision decision = scene.decide("1.2.0");

        assertThat(decision.saying(Verdict.BLOCKS)).containsExactly(UpgradeRule.PATH);
    }

    @ParameterizedTest
    @EnumSource(VersionStatus.class)
    void onlyWhatIsOfferedIsTaken(VersionStatus status) {
        scene.withStatus("1.1.0", status);
        scene.settings = scene.settings.withChannel(new ChannelName("early"));
        scene.offered = Set.of(version("1.1.0"));

        assertThat(scene.decide("1.1.0").eligible())
                .isEqualTo(status == VersionStatus.BETA || status == VersionStatus.STABLE);
    }

    @Test
    void aChannelThatDemotedAReleaseOffersItNoMore() {
        scene.release("1.1.0");
        scene.settings = scene.settings.withChannel(new ChannelName("early"));

        assertThat(scene.decide(null).outcome()).isEqualTo(UpgradeOutcome.UP_TO_DATE);
        assertThat(scene.decide("1.1.0").saying(Verdict.BLOCKS)).containsExactly(UpgradeRule.CHANNEL);
    }

    @Test
    void aPinAndALineLimitWhatIsTaken() {
        scene.release("1.1.0").release("1.2.0").release("2.0.0");
        scene.settings = scene.settings.withPin(new VersionRange("<1.2"), new VersionRange("1.x"));

        assertThat(scene.decide(null).target()).isEqualTo(version("1.1.0"));
        assertThat(scene.decide("2.0.0").saying(Verdict.BLOCKS)).containsExactly(UpgradeRule.PIN, UpgradeRule.LINE);
    }

    @Test
    void aFrozenInstanceTakesNothingUntilItIsForced() {
        scene.securityPatch("1.0.1", new SecurityDates(null, null, NOON.plusSeconds(1)));
        scene.settings = UpgradeSettings.of(UpdatePolicy.FROZEN)
                .withPin(version("1.0.0").value().isEmpty() ? null : new VersionRange("1.0.0"), null);

        UpgradeDecision before = scene.decide(null);
        assertThat(before.outcome()).isEqualTo(UpgradeOutcome.WAITS);
        assertThat(before.saying(Verdict.WAITS))
                .containsExactly(UpgradeRule.PIN, UpgradeRule.POLICY, UpgradeRule.SECURITY_DATE);
        assertThat(before.startsAt()).isEqualTo(NOON.plusSeconds(1));
        scene.at = NOON.plusSeconds(1);
        assertThat(scene.decide(null).outcome()).isEqualTo(UpgradeOutcome.STARTS);
    }

    @Test
    void theDatesOfASecurityPatchHoldItBackThenApproveIt() {
        scene.settings = UpgradeSettings.of(UpdatePolicy.MANUAL_APPROVAL);
        scene.securityPatch(
                "1.0.1", new SecurityDates(NOON.plusSeconds(60), NOON.plusSeconds(120), NOON.plusSeconds(180)));

        UpgradeDecision early = scene.decide(null);
        assertThat(early.saying(Verdict.WAITS)).containsExactly(UpgradeRule.APPROVAL, UpgradeRule.SECURITY_DATE);
        assertThat(early.startsAt()).isEqualTo(NOON.plusSeconds(60));
        scene.at = NOON.plusSeconds(60);
        assertThat(scene.decide(null).saying(Verdict.WAITS)).containsExactly(UpgradeRule.APPROVAL);
        scene.at = NOON.plusSeconds(120);
        assertThat(scene.decide(null).outcome()).isEqualTo(UpgradeOutcome.STARTS);
    }

    @Test
    void aWindowThatNeverOpensForTheChangeBlocks() {
        scene.release("1.1.0");
        scene.settings = scene.settings.withWindows(
                List.of(new MaintenanceWindow(
                        "patches",
                        Set.of(),
                        null,
                        LocalTime.MIDNIGHT,
                        Duration.ofHours(24),
                        "UTC",
                        Set.of(ChangeClass.PATCH))),
                List.of());

        UpgradeDecision decision = scene.decide(null);
        assertThat(decision.saying(Verdict.BLOCKS)).containsExactly(UpgradeRule.WINDOW);
        assertThat(decision.startsAt()).isNull();
    }

    @Test
    void dependenciesAreSolvedTogetherAndTheNewestThatFitAreChosen() {
        scene.needing("1.1.0", Map.of("theme", ">=1.0", "search", "^2.0"))
                .other("theme", "1.0.0", Map.of())
                .other("theme", "1.1.0", Map.of("search", "1.x"))
                .other("search", "1.0.0", Map.of())
                .other("search", "2.3.0", Map.of());

        RuleVerdict verdict = scene.decide("1.1.0").rules().stream()
                .filter(rule -> rule.rule() == UpgradeRule.DEPENDENCIES)
                .findFirst()
                .orElseThrow();
        assertThat(verdict.verdict()).isEqualTo(Verdict.PASSES);
        assertThat(verdict.data()).isEqualTo(Map.of("theme", "1.0.0", "search", "2.3.0"));
    }

    @Test
    void whatCannotBeSolvedBlocksAndSaysWhy() {
        scene.needing("1.1.0", Map.of("theme", ">=2.0")).other("theme", "1.0.0", Map.of());
        assertThat(scene.decide("1.1.0").obstacle())
                .isEqualTo("shop 1.1.0 needs theme >=2.0, and no release of it that can be used is in that range.");

        scene.needing("1.2.0", Map.of("a", "1.x"))
                .other("a", "1.0.0", Map.of("b", "1.x"))
                .other("b", "1.0.0", Map.of("a", "*"));
        scene.overrides = EnumSet.allOf(UpgradeRule.class);
        UpgradeDecision circular = scene.decide("1.2.0");
        assertThat(circular.saying(Verdict.BLOCKS)).containsExactly(UpgradeRule.DEPENDENCIES);
        assertThat(circular.obstacle()).contains("circle");
    }

    @Test
    void anUnknownVersionIsSaidToBeUnknown() {
        assertThat(scene.decide("7.0.0").obstacle()).isEqualTo("There is no version 7.0.0 of shop.");
    }

    @Test
    void aBusyOrSuspendedInstanceWaitsAndAGoneOneIsBlocked() {
        scene.release("1.1.0");
        scene.busy = true;
        assertThat(scene.decide(null).outcome()).isEqualTo(UpgradeOutcome.WAITS);
        scene.busy = false;
        scene.status = InstanceStatus.SUSPENDED;
        assertThat(scene.decide(null).outcome()).isEqualTo(UpgradeOutcome.WAITS);
        scene.status = InstanceStatus.TERMINATED;
        assertThat(scene.decide(null).outcome()).isEqualTo(UpgradeOutcome.NOT_ELIGIBLE);
    }
}
