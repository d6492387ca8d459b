package io.keelson.command.rejection;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Wraps a refusal into a {@link CommandExecutionException} whose details are the
 * {@link io.keelson.api.error.Rejection}: buses between JVMs carry details, but no exception of ours. It sees what
 * handlers throw; a conflict that shows only when the transaction commits reaches the sender as it is, for
 * {@link Rejections} to read.
 */
public final class RejectionInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain interceptorChain)
            throws Exception {
        try {
            return interceptorChain.proceed();
        } catch (RuntimeException e) {
            throw Rejections.of(e)
                    .<RuntimeException>map(
                            rejection -> new CommandExecutionException(rejection.message(), e, rejection))
                    .orElse(e);
        }
    }
}
