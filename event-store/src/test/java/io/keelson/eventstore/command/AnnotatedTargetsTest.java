package io.keelson.eventstore.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.junit.jupiter.api.Test;

class AnnotatedTargetsTest {
    private final AnnotatedTargets targets = new AnnotatedTargets();

    record Move(@TargetAggregateIdentifier String id, String where) {}

    record MoveVersion(
            @TargetAggregateIdentifier String id,
            @TargetAggregateVersion long version) {}

    record MoveAll(String where) {}

    @Test
    void theAnnotatedComponentNamesTheAggregate() {
        assertThat(target(new Move("a", "there")).getIdentifier()).isEqualTo("a");
        assertThat(target(new Move("b", "there")).getIdentifier()).isEqualTo("b");
        assertThat(target(new Move("b", "there")).getVersion()).isNull();
    }

    @Test
    void anExpectedVersionIsKept() {
        assertThat(target(new MoveVersion("a", 3)).getVersion()).isEqualTo(3);
    }

    @Test
    void aCommandWithoutATargetIsRefused() {
        assertThatThrownBy(() -> target(new MoveAll("there"))).isInstanceOf(IllegalArgumentException.class);
    }

    private VersionedAggregateIdentifier target(Object command) {
        return targets.resolveTarget(GenericCommandMessage.asCommandMessage(command));
    }
}
