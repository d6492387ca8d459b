package io.keelson.sample.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.postgres.EphemeralPostgres;
import org.junit.jupiter.api.Test;

class UnhealthyReleaseTest {
    @Test
    void theReleaseStartsAndServesButItsHealthCheckFails() throws Exception {
        StorefrontJar release =
                new StorefrontJar("1.2.0", EphemeralPostgres.shared().newDatabase());
        assertThat(release.migrate()).isZero();

        try (StorefrontJar shop = release.serve()) {
            assertThat(shop.get("/health").statusCode()).isEqualTo(503);
            assertThat(shop.get("/version").body()).contains("1.2.0");
            assertThat(shop.get("/").statusCode()).isEqualTo(200);
        }
    }
}
