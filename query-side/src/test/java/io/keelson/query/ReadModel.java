package io.keelson.query;

import io.keelson.api.message.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The read model on a real database, with all projections and query handlers; one per JVM. */
public final class ReadModel {
    private static final ReadModel SHARED = new ReadModel();

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext(ReadModelContext.class);
    private final QueryGateway queries = gateway(bean(QueryUpdateEmitter.class));
    private final List<AnnotationEventHandlerAdapter> projections =
            projections().stream().map(AnnotationEventHandlerAdapter::new).toList();

    private ReadModel() {}

    /** The one of this JVM, with empty tables. */
    public static ReadModel empty() {
        SHARED.clear();
        return SHARED;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public QueryGateway queries() {
        return queries;
    }

    /** A gateway to all query handlers, as a node with this emitter would have. */
    public QueryGateway gateway(QueryUpdateEmitter emitter) {
        QueryBus bus = SimpleQueryBus.builder().queryUpdateEmitter(emitter).build();
        Stream.of(context.getBeanDefinitionNames())
                .map(context::getBean)
                .filter(bean -> bean.getClass().getPackageName().startsWith("io.keelson.query"))
                .forEach(bean -> new AnnotationQueryHandlerAdapter<>(bean).subscribe(bus));
        return DefaultQueryGateway.builder().queryBus(bus).build();
    }

    public List<Object> projections() {
        return List.copyOf(context.getBeansWithAnnotation(ProcessingGroup.class).values());
    }

    public <T> List<T> beans(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    /** Stores these events and projects them as one batch, in one transaction. */
    public void tell(DomainEvent... events) {
        deliver(Stream.of(events).<DomainEventMessage<?>>map(this::stored).toList());
    }

    /** The next event of its aggregate, at {@link Events#AT} plus as many seconds as it has predecessors. */
    public DomainEventMessage<?> stored(DomainEvent event) {
        String aggregateId = Events.aggregateId(event);
        long sequence = bean(StoredSequences.class).store(aggregateId);
        return Events.message(event, sequence, Events.AT.plusSeconds(sequence), Map.of());
    }

    public DomainEventMessage<?> stored(DomainEvent event, Instant at) {
        return Events.message(event, bean(StoredSequences.class).store(Events.aggregateId(event)), at, Map.of());
    }

    /** Projects these messages as one batch, in one transaction; throws what a projection throws. */
    public void deliver(List<? extends DomainEventMessage<?>> messages) {
        new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(_ -> {
            BatchingUnitOfWork<DomainEventMessage<?>> batch = new BatchingUnitOfWork<>(List.copyOf(messages));
            ResultMessage<?> result = batch.executeWithResult(() -> project(batch.getMessage()));
            if (result.isExceptional()) {
                throw result.exceptionResult() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException(result.exceptionResult());
            }
        });
    }

    /** Answers a query with one value. */
    public <R> R ask(Object query, Class<R> answer) {
        return ask(query, ResponseTypes.instanceOf(answer));
    }

    /** Answers a query with a list. */
    public <R> List<R> askList(Object query, Class<R> element) {
        return ask(query, ResponseTypes.multipleInstancesOf(element));
    }

    private <R> R ask(Object query, ResponseType<R> type) {
        return queries.query(query, type).join();
    }

    public Statistics statistics() {
        return bean(SessionFactory.class).getStatistics();
    }

    public JdbcClient sql() {
        return JdbcClient.create(bean(DataSource.class));
    }

    private void clear() {
        bean(StoredSequences.class).clear();
        sql().sql("truncate read_model.partner, read_model.tenant, read_model.version, read_model.instance, "
                        + "read_model.operation, read_model.suspension, read_model.hold, read_model.setting, "
                        + "read_model.setting_change, read_model.health_change, read_model.channel, read_model.rollout, "
                        + "read_model.rollout_member, read_model.data_transfer")
                .update();
    }

    private Object project(DomainEventMessage<?> message) throws Exception {
        for (EventMessageHandler projection : projections) {
            if (projection.canHandle(message)) {
                projection.handle(message);
            }
        }
        return message;
    }
}
