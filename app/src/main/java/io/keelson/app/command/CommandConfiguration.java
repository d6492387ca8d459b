package io.keelson.app.command;

import io.keelson.api.instance.DriverName;
import io.keelson.api.setting.Settings;
import io.keelson.api.tenant.residency.Region;
import io.keelson.command.claim.Claims;
import io.keelson.command.claim.JdbcClaims;
import io.keelson.command.directory.DirectoryFeed;
import io.keelson.command.directory.JdbcDirectory;
import io.keelson.command.instance.BackupRetention;
import io.keelson.command.instance.DriverSites;
import io.keelson.command.instance.EnabledDrivers;
import io.keelson.command.instance.KnownSites;
import io.keelson.command.instance.PlanCatalogue;
import io.keelson.command.instance.UpgradeDecider;
import io.keelson.command.instance.UpgradeStart;
import io.keelson.command.instance.UpgradeWatch;
import io.keelson.command.rejection.RejectionInterceptor;
import io.keelson.command.setting.ConfiguredPlans;
import io.keelson.command.setting.ConfiguredRetention;
import io.keelson.command.setting.JdbcSettings;
import io.keelson.command.setting.PlatformSettingCommands;
import io.keelson.command.setting.SettingsFeed;
import io.keelson.command.version.StableRule;
import io.keelson.driver.InstanceDriver;
import io.keelson.driver.Sites;
import io.keelson.eventstore.command.AnnotatedTargets;
import io.keelson.eventstore.command.ConflictRetryScheduler;
import io.keelson.saga.step.RetryPolicy;
import io.keelson.saga.suspension.SuspensionCascade;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What aggregates and sagas are given, and how commands reach them. */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {
    @Bean
    Claims claims(JdbcClient jdbc) {
        return new JdbcClaims(jdbc);
    }

    @Bean
    JdbcDirectory directory(JdbcClient jdbc) {
        return new JdbcDirectory(jdbc);
    }

    @Bean
    DirectoryFeed directoryFeed(JdbcDirectory directory) {
        return new DirectoryFeed(directory);
    }

    @Bean
    CommandTargetResolver commandTargets() {
        return new AnnotatedTargets();
    }

    @Bean
    JdbcSettings settings(JdbcClient jdbc, Clock clock) {
        return new JdbcSettings(jdbc, clock);
    }

    @Bean
    SettingsFeed settingsFeed(JdbcSettings settings) {
        return new SettingsFeed(settings);
    }

    @Bean
    PlatformSettingCommands platformSettingCommands(ObjectProvider<org.axonframework.config.Configuration> axon) {
        return new PlatformSettingCommands(axon::getObject);
    }

    @Bean
    EnabledDrivers enabledDrivers(List<InstanceDriver> drivers) {
        Set<DriverName> names =
                drivers.stream().map(InstanceDriver::name).map(DriverName::new).collect(Collectors.toUnmodifiableSet());
        return () -> names;
    }

    @Bean
    DriverSites driverSites(List<InstanceDriver> drivers) {
        Map<DriverName, KnownSites> known = drivers.stream()
                .collect(Collectors.toUnmodifiableMap(
                        driver -> new DriverName(driver.name()), driver -> known(driver.sites())));
        return driver -> known.getOrDefault(driver, known(Sites.ONE));
    }

    private static KnownSites known(Sites sites) {
        return new KnownSites(
                new Region(sites.home()),
                sites.regions().stream().map(Region::new).collect(Collectors.toUnmodifiableSet()));
    }

    @Bean
    PlanCatalogue planCatalogue(Settings settings) {
        return new ConfiguredPlans(settings);
    }

    @Bean
    BackupRetention backupRetention(Settings settings) {
        return new ConfiguredRetention(settings);
    }

    @Bean
    UpgradeDecider upgradeDecider(JdbcDirectory directory, Clock clock) {
        return new UpgradeDecider(directory, clock);
    }

    @Bean
    UpgradeWatch upgradeWatch(@Value("${keelson.upgrades.watch:3s}") Duration watch) {
        return () -> watch;
    }

    @Bean
    UpgradeStart upgradeStart(UpgradeDecider decider, BackupRetention retention, UpgradeWatch watch) {
        return new UpgradeStart(decider, retention, watch);
    }

    /** One person may release what is stable, until there are two. */
    @Bean
    StableRule stableRule(@Value("${keelson.versions.stable-needs-second-person:false}") boolean needed) {
        return () -> needed;
    }

    @Bean
    SuspensionCascade suspensionCascade() {
        return new SuspensionCascade();
    }

    @Bean
    RetryPolicy retryPolicy() {
        return RetryPolicy.DEFAULT;
    }

    @Bean
    RejectionInterceptor rejectionInterceptor() {
        return new RejectionInterceptor();
    }

    @Bean(destroyMethod = "shutdown")
    ScheduledExecutorService commandRetries() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("command-retry").factory());
    }

    @Bean
    CommandGateway commandGateway(CommandBus commandBus, ScheduledExecutorService commandRetries) {
        return DefaultCommandGateway.builder()
                .commandBus(commandBus)
                .retryScheduler(new ConflictRetryScheduler(commandRetries, new SecureRandom()))
                .build();
    }
}
