package io.keelson.app.upgrade;

import io.keelson.api.channel.ChannelId;
import io.keelson.api.channel.ChannelName;
import io.keelson.api.channel.command.DemoteVersion;
import io.keelson.api.channel.command.PromoteVersion;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.command.ApproveUpgrade;
import io.keelson.api.instance.command.PinInstance;
import io.keelson.api.instance.command.RejectUpgrade;
import io.keelson.api.instance.command.RollBackInstance;
import io.keelson.api.instance.command.SetChannel;
import io.keelson.api.instance.command.SetMaintenanceWindows;
import io.keelson.api.instance.command.SetUpdatePolicy;
import io.keelson.api.instance.command.UpgradeInstance;
import io.keelson.api.operation.OperationId;
import io.keelson.api.upgrade.AutoApproval;
import io.keelson.api.upgrade.ChangeClass;
import io.keelson.api.upgrade.ExclusionScope;
import io.keelson.api.upgrade.MaintenanceWindow;
import io.keelson.api.upgrade.UpgradeExclusion;
import io.keelson.api.upgrade.UpgradeProposal;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SecurityDates;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionRange;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.command.ChangeVersionStatus;
import io.keelson.api.version.command.RequireVersion;
import io.keelson.api.version.command.SetSecurityDates;
import io.keelson.api.version.command.WithdrawVersion;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Whatever people do to releases and to an instance, at random. */
public record RandomActs(Random random) {
    static final ChannelName CHANNEL = new ChannelName("early");

    public <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    public Duration hours(int most) {
        return Duration.ofMinutes(random.nextInt(60 * most) + 1L);
    }

    /** What a customer wishes. */
    public Object wish(InstanceId shop, Instant now) {
        return switch (random.nextInt(6)) {
            case 0, 1 ->
                new SetUpdatePolicy(
                        shop,
                        one(List.of(UpdatePolicy.values())),
                        random.nextBoolean()
                                ? null
                                : new AutoApproval(random.nextBoolean(), random.nextBoolean(), random.nextBoolean()));
            case 2 -> new SetChannel(shop, random.nextBoolean() ? null : CHANNEL);
            case 3 ->
                new PinInstance(shop, random.nextInt(3) == 0 ? range() : null, random.nextInt(4) == 0 ? range() : null);
            default -> new SetMaintenanceWindows(shop, windows(), exclusions(now));
        };
    }

    /** What is done about upgrades; the proposal is the one that waits, or null. */
    Object deed(InstanceId shop, UpgradeProposal proposal, SemanticVersion version) {
        if (proposal != null && random.nextInt(3) > 0) {
            return random.nextInt(4) == 0
                    ? new RejectUpgrade(shop, proposal.operationId())
                    : new ApproveUpgrade(shop, proposal.operationId());
        }
        Set<UpgradeRule> overrides = random.nextInt(3) > 0
                ? Set.of()
                : Set.of(
                        one(List.of(UpgradeRule.APPROVAL, UpgradeRule.WINDOW, UpgradeRule.PIN, UpgradeRule.EXCLUSION)));
        return random.nextInt(4) == 0
                ? new RollBackInstance(shop, OperationId.random())
                : new UpgradeInstance(shop, OperationId.random(), version, overrides);
    }

    /** What becomes of a release. */
    Object release(ComponentName component, VersionId release, SemanticVersion number, Instant now) {
        return switch (random.nextInt(10)) {
            case 0 -> new WithdrawVersion(release);
            case 1 -> new ChangeVersionStatus(release, one(List.of(VersionStatus.STABLE, VersionStatus.DEPRECATED)));
            case 2 -> new RequireVersion(release, random.nextBoolean());
            case 3, 4 -> new PromoteVersion(component, CHANNEL, number);
            case 5 -> new DemoteVersion(ChannelId.of(component, CHANNEL), number);
            default -> new SetSecurityDates(release, dates(now));
        };
    }

    SecurityDates dates(Instant now) {
        Instant earliest = now.plus(hours(12)).minus(Duration.ofHours(6));
        Instant automatic = earliest.plus(hours(12));
        Instant forced = automatic.plus(hours(18));
        return new SecurityDates(
                random.nextBoolean() ? null : earliest,
                random.nextBoolean() ? null : automatic,
                random.nextInt(4) == 0 ? null : forced);
    }

    private VersionRange range() {
        return new VersionRange(one(List.of("1.x", "1.0.x", "<1.2.0", ">=1.1.0", "2.x", "1.x || 2.x")));
    }

    private List<MaintenanceWindow> windows() {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(number -> new MaintenanceWindow(
                        "window " + number,
                        days(),
                        null,
                        LocalTime.of(random.nextInt(24), 15 * random.nextInt(4)),
                        Duration.ofMinutes(30L * (1 + random.nextInt(12))),
                        one(List.of("Europe/Berlin", "Africa/Lagos", "America/New_York", "Asia/Kathmandu")),
                        random.nextBoolean()
                                ? Set.of()
                                : EnumSet.of(one(List.of(ChangeClass.values())), ChangeClass.MINOR)))
                .toList();
    }

    private Set<DayOfWeek> days() {
        Set<DayOfWeek> days = new TreeSet<>();
        int many = Math.max(0, random.nextInt(7) - 2);
        for (int i = 0; i < many; i++) {
            days.add(DayOfWeek.of(1 + random.nextInt(7)));
        }
        return days;
    }

    private List<UpgradeExclusion> exclusions(Instant now) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(number -> {
                    Instant from = now.plus(hours(48)).minus(Duration.ofHours(24));
                    return new UpgradeExclusion(
                            "quiet " + number, from, from.plus(hours(48)), one(List.of(ExclusionScope.values())));
                })
                .toList();
    }
}
