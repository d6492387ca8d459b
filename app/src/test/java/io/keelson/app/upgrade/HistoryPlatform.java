package io.keelson.app.upgrade;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.instance.DriverName;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.tenant.residency.Region;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.query.DecideUpgrades;
import io.keelson.api.upgrade.query.DecidedUpgrade;
import io.keelson.api.version.SemanticVersion;
import io.keelson.command.claim.Claims;
import io.keelson.command.claim.JdbcClaims;
import io.keelson.command.directory.Directory;
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
import io.keelson.command.version.StableRule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The real aggregates, directory, read model and look for due upgrades, on a clock that is set. Events are in memory, and nobody
 * carries out operations.
 */
public final class HistoryPlatform implements AutoCloseable {
    private static final List<String> AGGREGATES = List.of(
            "io.keelson.command.instance.Instance",
            "io.keelson.command.version.Version",
            "io.keelson.command.channel.Channel",
            "io.keelson.command.rollout.Rollout");

    private static final Region LOCAL = new Region("local");

    public final VirtualClock clock;

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext(HistoryDatabase.class);
    private final List<EventMessage<?>> untold = new ArrayList<>();
    private final List<Object> happened = new ArrayList<>();
    private final List<Consumer<EventMessage<?>>> listeners = new ArrayList<>();
    private final List<AnnotationEventHandlerAdapter> projections =
            context.getBeansWithAnnotation(ProcessingGroup.class).values().stream()
                    .map(AnnotationEventHandlerAdapter::new)
                    .toList();
    private final QueryGateway queries = queryGateway();
    private final Configuration axon;
    private final DueUpgrades due;

    public HistoryPlatform() throws ClassNotFoundException {
        clock = context.getBean(VirtualClock.class);
        JdbcClient jdbc = JdbcClient.create(context.getBean(DataSource.class));
        JdbcDirectory directory = new JdbcDirectory(jdbc);
        UpgradeDecider decider = new UpgradeDecider(directory, clock);
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> Jackson3Serializer.builder().build())
                .configureEmbeddedEventStore(_ -> new InMemoryEventStorageEngine())
                .configureTransactionManager(
                        _ -> new SpringTransactionManager(context.getBean(PlatformTransactionManager.class)))
                .registerComponent(Claims.class, _ -> new JdbcClaims(jdbc))
                .registerComponent(Clock.class, _ -> clock)
                .registerComponent(Directory.class, _ -> directory)
                .registerComponent(EnabledDrivers.class, _ -> () -> Set.of(DriverName.PROCESS))
                .registerComponent(DriverSites.class, _ -> _ -> new KnownSites(LOCAL, Set.of(LOCAL)))
                .registerComponent(PlanCatalogue.class, _ -> PlanCatalogue.DEFAULT)
                .registerComponent(StableRule.class, _ -> StableRule.ONE_PERSON)
                .registerComponent(BackupRetention.class, _ -> BackupRetention.DEFAULT)
                .registerComponent(UpgradeWatch.class, _ -> UpgradeWatch.DEFAULT)
                .registerComponent(UpgradeDecider.class, _ -> decider)
                .registerComponent(
                        UpgradeStart.class,
                        _ -> new UpgradeStart(decider, BackupRetention.DEFAULT, UpgradeWatch.DEFAULT))
                .eventProcessing(processing -> processing
                        .usingSubscribingEventProcessors()
                        .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance())
                        .registerEventHandler(_ -> new DirectoryFeed(directory)));
        for (String aggregate : AGGREGATES) {
            configurer.configureAggregate(Class.forName(aggregate));
        }
        axon = configurer.start();
        axon.commandBus().registerHandlerInterceptor(new RejectionInterceptor());
        axon.eventBus().subscribe(untold::addAll);
        due = new DueUpgrades(axon.commandGateway(), queries, clock);
    }

    private QueryGateway queryGateway() {
        QueryBus bus = SimpleQueryBus.builder()
                .queryUpdateEmitter(context.getBean(QueryUpdateEmitter.class))
                .build();
        Stream.of(context.getBeanDefinitionNames())
                .map(context::getBean)
                .filter(bean -> bean.getClass().getPackageName().startsWith("io.keelson.query"))
                .forEach(bean -> new AnnotationQueryHandlerAdapter<>(bean).subscribe(bus));
        return DefaultQueryGateway.builder().queryBus(bus).build();
    }

    /** Sends a command of this person, who gives a reason; its events are in the read model afterwards. */
    public <T> T send(Object command, String actor) {
        try {
            return axon.commandGateway()
                    .sendAndWait(GenericCommandMessage.asCommandMessage(command)
                            .andMetaData(
                                    Map.of(RequestContext.ACTOR_ID, actor, RequestContext.REASON, "A test says so")));
        } finally {
            project();
        }
    }

    /** Looks for due upgrades once. */
    public int look() {
        int begun = due.look();
        project();
        return begun;
    }

    /** What is said about the best version for each, or about this one. */
    public Map<InstanceId, UpgradeDecision> decide(Collection<InstanceId> instances, SemanticVersion version) {
        Map<InstanceId, UpgradeDecision> decided = new LinkedHashMap<>();
        queries.query(
                        new DecideUpgrades(List.copyOf(instances), version, clock.instant()),
                        ResponseTypes.multipleInstancesOf(DecidedUpgrade.class))
                .join()
                .forEach(one -> decided.put(one.instanceId(), one.decision()));
        return decided;
    }

    InstanceView view(InstanceId instance) {
        return queries.query(new GetInstances(List.of(instance)), ResponseTypes.multipleInstancesOf(InstanceView.class))
                .join()
                .getFirst();
    }

    /** The events since this was asked last. */
    List<Object> happened() {
        List<Object> since = List.copyOf(happened);
        happened.clear();
        return since;
    }

    /** Forgets all instances in the read model, so that nobody looks at them any more. */
    public void forgetInstances() {
        JdbcClient.create(context.getBean(DataSource.class))
                .sql("truncate read_model.instance")
                .update();
    }

    /** Commands of nobody in particular, whose events nobody hears of until {@link #project()}. */
    public CommandGateway commands() {
        return axon.commandGateway();
    }

    public QueryGateway queries() {
        return queries;
    }

    /** Tells somebody of every event, outside of any transaction, when it is in the read model. */
    public void tell(Consumer<EventMessage<?>> listener) {
        listeners.add(listener);
    }

    /** Brings into the read model what has happened, and what came of telling others of it. */
    public void project() {
        List<EventMessage<?>> batch = List.copyOf(untold);
        untold.clear();
        if (batch.isEmpty()) {
            return;
        }
        batch.forEach(message -> happened.add(message.getPayload()));
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(_ -> {
            BatchingUnitOfWork<EventMessage<?>> work = new BatchingUnitOfWork<>(batch);
            ResultMessage<?> result = work.executeWithResult(() -> project(work.getMessage()));
            if (result.isExceptional()) {
                throw new IllegalStateException(result.exceptionResult());
            }
        });
        batch.forEach(message -> listeners.forEach(listener -> listener.accept(message)));
        project();
    }

    private Object project(EventMessage<?> message) throws Exception {
        for (EventMessageHandler projection : projections) {
            if (projection.canHandle(message)) {
                projection.handle(message);
            }
        }
        return message;
    }

    @Override
    public void close() {
        axon.shutdown();
        context.close();
    }
}
