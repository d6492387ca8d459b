package io.keelson.command.rejection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Rejection;
import io.keelson.fixture.InstanceFixtures;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

class RejectionInterceptorTest {
    private final RejectionInterceptor interceptor = new RejectionInterceptor();
    private final UnitOfWork<CommandMessage<?>> unitOfWork =
            new DefaultUnitOfWork<>(GenericCommandMessage.asCommandMessage("command"));

    @Test
    void theAnswerOfTheHandlerIsPassedOn() throws Exception {
        assertThat(interceptor.handle(unitOfWork, () -> "answer")).isEqualTo("answer");
    }

    @Test
    void aRefusalTravelsAsDetails() {
        Rejection rejection = new Rejection(ErrorCode.NAME_TAKEN, "name", "Taken.");

        assertThat(wrapped(new RejectedException(rejection))).isEqualTo(rejection);
    }

    @Test
    void anUnknownAggregateIsNamedByItsKind() {
        Rejection rejection =
                wrapped(new AggregateNotFoundException(InstanceFixtures.INSTANCE_ID.toString(), "not found"));

        assertThat(rejection.code()).isEqualTo(ErrorCode.INSTANCE_NOT_FOUND);
        assertThat(rejection.field()).isEqualTo("instanceId");
        assertThat(rejection.message()).contains(InstanceFixtures.INSTANCE_ID.toString());
    }

    @Test
    void aConflictIsAConcurrentChange() {
        assertThat(wrapped(new ConcurrencyException("conflict")).code()).isEqualTo(ErrorCode.CONCURRENT_CHANGE);
        assertThat(wrapped(new CannotAcquireLockException("time-out")).code()).isEqualTo(ErrorCode.CONCURRENT_CHANGE);
    }

    @Test
    void anIdThatIsInUseIsAWrongState() {
        assertThat(wrapped(new AggregateStreamCreationException("exists", new IllegalStateException()))
                        .code())
                .isEqualTo(ErrorCode.WRONG_STATE);
    }

    @Test
    void aRefusalThatWasWrappedByAnInnerCommandKeepsItsDetails() {
        Rejection rejection = new Rejection(ErrorCode.NAME_TAKEN, "name", "Taken.");

        assertThat(wrapped(new CommandExecutionException("Taken.", null, rejection)))
                .isEqualTo(rejection);
    }

    @Test
    void aDefectIsPassedOnAsItIs() {
        IllegalStateException defect = new IllegalStateException("defect");

        assertThatThrownBy(() -> interceptor.handle(unitOfWork, () -> {
                    throw defect;
                }))
                .isSameAs(defect);
    }

    private Rejection wrapped(RuntimeException thrown) {
        try {
            interceptor.handle(unitOfWork, () -> {
                throw thrown;
            });
        } catch (CommandExecutionException e) {
            return e.<Rejection>getDetails().orElseThrow();
        } catch (Exception e) {
            throw new AssertionError("not wrapped", e);
        }
        throw new AssertionError("nothing was thrown");
    }
}
