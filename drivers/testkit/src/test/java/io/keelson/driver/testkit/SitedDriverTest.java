package io.keelson.driver.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.driver.InstanceDriver;
import io.keelson.driver.SitedDriver;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SitedDriverTest {
    @Test
    void everythingThatADriverCanDoIsPassedOnToASite() {
        assertThat(Stream.of(InstanceDriver.class.getMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers())))
                .allSatisfy(method -> assertThat(own(method).getDeclaringClass())
                        .as("who answers %s", method.getName())
                        .isEqualTo(SitedDriver.class));
    }

    @Test
    void aHomeWithoutADriverIsRefused() {
        assertThatThrownBy(() -> new SitedDriver("local", Map.of())).hasMessageContaining("local");
    }

    private static Method own(Method method) throws NoSuchMethodException {
        return SitedDriver.class.getMethod(method.getName(), method.getParameterTypes());
    }
}
