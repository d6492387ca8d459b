package io.keelson.eventstore.command;

import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets commands on one aggregate take turns across nodes: the command's transaction holds an advisory lock on the
 * aggregate from before it is loaded until it ends. Commands without a target pass. Needs a running transaction.
 */
public final class AggregateLockInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?, 0))";

    private final JdbcClient jdbc;
    private final CommandTargetResolver targets =
            AnnotationCommandTargetResolver.builder().build();

    public AggregateLockInterceptor(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        target(unitOfWork.getMessage())
                .ifPresent(aggregate ->
                        jdbc.sql(LOCK).param(aggregate).query(Integer.class).single());
        return chain.proceed();
    }

    private Optional<String> target(CommandMessage<?> command) {
        try {
            return Optional.of(targets.resolveTarget(command).getIdentifier());
        } catch (IllegalArgumentException withoutTarget) {
            return Optional.empty();
        }
    }
}
