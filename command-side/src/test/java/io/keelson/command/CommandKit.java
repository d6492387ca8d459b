package io.keelson.command;

import io.keelson.api.setting.Settings;
import io.keelson.command.claim.Claims;
import io.keelson.command.claim.JdbcClaims;
import io.keelson.command.directory.Directory;
import io.keelson.command.directory.DirectoryFeed;
import io.keelson.command.directory.JdbcDirectory;
import io.keelson.command.instance.DriverSites;
import io.keelson.command.instance.EnabledDrivers;
import io.keelson.command.instance.TestSites;
import io.keelson.command.rejection.RejectionInterceptor;
import io.keelson.command.setting.JdbcSettings;
import io.keelson.command.setting.PlatformSettingCommands;
import io.keelson.command.setting.SettingsFeed;
import io.keelson.command.version.StableRule;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;

/** A command bus with real transactions around real claims and a real directory; only the events are in memory. */
public final class CommandKit implements AutoCloseable {
    private final CommandDatabase database = CommandDatabase.fresh();
    private final JdbcSettings settings;
    private final Configuration configuration;

    public CommandKit(Set<Class<?>> aggregates, EnabledDrivers drivers) {
        JdbcDirectory directory = new JdbcDirectory(database.jdbc());
        settings = new JdbcSettings(database.jdbc(), Clock.systemUTC());
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(_ -> Jackson3Serializer.builder().build())
                .configureEmbeddedEventStore(_ -> new InMemoryEventStorageEngine())
                .configureTransactionManager(
                        _ -> new SpringTransactionManager(database.transaction().getTransactionManager()))
                .registerComponent(Claims.class, _ -> new JdbcClaims(database.jdbc()))
                .registerComponent(Directory.class, _ -> directory)
                .registerComponent(EnabledDrivers.class, _ -> drivers)
                .registerComponent(DriverSites.class, _ -> TestSites.ALL)
                .registerComponent(StableRule.class, _ -> StableRule.ONE_PERSON)
                .registerCommandHandler(axon -> new PlatformSettingCommands(() -> axon))
                .eventProcessing(processing -> processing
                        .usingSubscribingEventProcessors()
                        .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance())
                        .registerEventHandler(_ -> new DirectoryFeed(directory))
                        .registerEventHandler(_ -> new SettingsFeed(settings)));
        aggregates.forEach(configurer::configureAggregate);
        configuration = configurer.start();
        configuration.commandBus().registerHandlerInterceptor(new RejectionInterceptor());
    }

    public <T> T send(Object command, Map<String, ?> metadata) {
        return configuration
                .commandGateway()
                .sendAndWait(GenericCommandMessage.asCommandMessage(command).andMetaData(metadata));
    }

    public <T> T send(Object command) {
        return send(command, Map.of());
    }

    public Settings settings() {
        return settings;
    }

    /** How many events an aggregate has. */
    public long eventsOf(Object aggregateId) {
        return configuration
                .eventStore()
                .readEvents(aggregateId.toString())
                .asStream()
                .count();
    }

    @Override
    public void close() {
        configuration.shutdown();
        database.close();
    }
}
