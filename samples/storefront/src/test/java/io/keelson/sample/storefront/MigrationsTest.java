package io.keelson.sample.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.postgres.EphemeralDatabase;
import io.keelson.postgres.EphemeralPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private final EphemeralDatabase database = EphemeralPostgres.shared().newDatabase();

    @Test
    void runningTwiceAppliesNothingMore() throws Exception {
        assertThat(new StorefrontJar("1.1.0", database).migrate()).isZero();
        List<String> first = applied();

        assertThat(new StorefrontJar("1.1.0", database).migrate()).isZero();

        assertThat(applied()).isEqualTo(first).hasSize(2);
    }

    @Test
    void runningAtOnceAppliesEachOnce() {
        List<Integer> codes = IntStream.range(0, 3)
                .parallel()
                .mapToObj(_ -> {
                    try {
                        return new StorefrontJar("2.0.0", database).migrate();
                    } catch (Exception failure) {
                        throw new IllegalStateException(failure);
                    }
                })
                .toList();

        assertThat(codes).containsOnly(0);
    }

    @Test
    void productsSurviveEveryUpgrade() throws Exception {
        new StorefrontJar("1.0.0", database).migrate();
        try (StorefrontJar shop = new StorefrontJar("1.0.0", database).serve()) {
            assertThat(shop.post("/products", "name=Anchor&price=12.5").statusCode())
                    .isEqualTo(303);
        }

        for (String version : List.of("1.1.0", "2.0.0")) {
            assertThat(new StorefrontJar(version, database).migrate()).isZero();
            try (StorefrontJar shop = new StorefrontJar(version, database).serve()) {
                assertThat(shop.get("/").body()).contains("Anchor", "<b>12.50</b>");
                assertThat(shop.get("/health").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void aReleaseBeforeTheBreakingOneIsUnhealthyOnItsDatabase() throws Exception {
        new StorefrontJar("2.0.0", database).migrate();

        try (StorefrontJar shop = new StorefrontJar("1.1.0", database).serve()) {
            assertThat(shop.get("/health").statusCode()).isEqualTo(503);
        }
    }

    private List<String> applied() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name || applied_at FROM storefront_migrations")) {
            List<String> applied = new ArrayList<>();
            while (rows.next()) {
                applied.add(rows.getString(1));
            }
            return applied;
        }
    }
}
