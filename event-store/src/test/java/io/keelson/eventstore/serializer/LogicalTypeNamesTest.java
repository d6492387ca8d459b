package io.keelson.eventstore.serializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.instance.event.InstanceActivated;
import io.keelson.eventstore.TestNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogicalTypeNamesTest {
    @Test
    void aNameLeadsToItsTypeAndBack() {
        assertThat(TestNode.NAMES.nameOf(InstanceActivated.class)).contains("instance.activated");
        assertThat(TestNode.NAMES.typeOf("instance.activated")).contains(InstanceActivated.class);
        assertThat(TestNode.NAMES.reads("instance.activated", "1")).isTrue();
        assertThat(TestNode.NAMES.reads("instance.activated", "2")).isFalse();
        assertThat(TestNode.NAMES.reads("instance.vanished", "1")).isFalse();
    }

    @Test
    void aNameCannotBeGivenTwice() {
        assertThatThrownBy(() -> TestNode.NAMES.with("instance.activated", String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("instance.activated");
    }

    @Test
    void anEventWithoutNameOrRevisionIsRefused() {
        assertThatThrownBy(() -> LogicalTypeNames.of(List.of(String.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String");
    }
}
