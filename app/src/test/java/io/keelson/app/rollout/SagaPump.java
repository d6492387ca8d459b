package io.keelson.app.rollout;

import io.keelson.saga.rollout.RolloutSaga;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;

/** The real saga of the turns, told of one event after the other. */
final class SagaPump {
    private final AnnotatedSagaManager<RolloutSaga> sagas;

    SagaPump(CommandGateway commands) {
        ParameterResolverFactory parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(RolloutSaga.class),
                new SimpleResourceParameterResolverFactory(List.of(commands)));
        AnnotatedSagaRepository<RolloutSaga> repository = AnnotatedSagaRepository.<RolloutSaga>builder()
                .sagaType(RolloutSaga.class)
                .sagaStore(new InMemorySagaStore())
                .parameterResolverFactory(parameters)
                .build();
        sagas = AnnotatedSagaManager.<RolloutSaga>builder()
                .sagaType(RolloutSaga.class)
                .sagaFactory(RolloutSaga::new)
                .sagaRepository(repository)
                .parameterResolverFactory(parameters)
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                .build();
    }

    void tell(EventMessage<?> message) {
        ResultMessage<?> result = DefaultUnitOfWork.startAndGet(message).executeWithResult(() -> {
            sagas.handle(message, Segment.ROOT_SEGMENT);
            return message;
        });
        if (result.isExceptional()) {
            throw new IllegalStateException(result.exceptionResult());
        }
    }
}
