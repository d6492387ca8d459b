package io.keelson.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobDashboardPropertiesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "short", "elevenchars"})
    void withoutAPasswordThatDeservesTheNameItDoesNotStart(String password) {
        assertThatThrownBy(() -> new JobDashboardProperties(8000, "keelson", password).requirePassword())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("keelson.jobs.dashboard.password");
    }

    @Test
    void twelveCharactersAreEnough() {
        assertThat(new JobDashboardProperties(8000, "keelson", "twelve-chars")
                        .requirePassword()
                        .port())
                .isEqualTo(8000);
    }
}
