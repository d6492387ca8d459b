package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.command.ProvisionInstance;
import io.keelson.api.partner.command.RegisterPartner;
import io.keelson.postgres.EphemeralPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdempotencyTest {
    private static DataSource database;
    private TestApi api;

    @BeforeAll
    static void migrate() {
        database = EphemeralPostgres.shared().newDatabase().dataSource();
        Flyway.configure()
                .dataSource(database)
                .schemas("graphql_api")
                .defaultSchema("graphql_api")
                .locations("classpath:db/migration/graphql_api")
                .load()
                .migrate();
    }

    @BeforeEach
    void start() {
        JdbcClient.create(database).sql("TRUNCATE graphql_api.idempotency").update();
        api = new TestApi(new FakePlatform(), TestApi.SETTINGS, database);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aRepeatedRequestActsOnceAndIsAnsweredTheSame() {
        TestApi.Reply first = register("key-1", "Acme").withoutErrors();
        TestApi.Reply second = register("key-1", "Acme");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(api.platform.commands).hasSize(1);
    }

    @Test
    void aRefusalIsRepeatedToo() {
        register("key-1", "Acme").withoutErrors();

        TestApi.Reply first = register("key-2", "Acme");
        TestApi.Reply second = register("key-2", "Acme");

        assertThat(first.<String>at("$.errors[0].extensions.details.reason")).isEqualTo("NAME_TAKEN");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(api.platform.commands).hasSize(2);
    }

    @Test
    void anotherBodyWithTheSameKeyIsAConflict() {
        register("key-1", "Acme").withoutErrors();

        TestApi.Reply reply = register("key-1", "Bolt");

        assertThat(reply.<String>at("$.errors[0].extensions.code")).isEqualTo("CONFLICT");
        assertThat(reply.<String>at("$.errors[0].extensions.details.reason")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(api.platform.commands).hasSize(1);
    }

    @Test
    void sixtyFourAtOnceActOnceAndAreAnsweredTheSame() throws Exception {
        CountDownLatch ready = new CountDownLatch(64);
        List<Future<Map<String, Object>>> replies = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < 64; caller++) {
                replies.add(callers.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return register("key-1", "Acme").withoutErrors().body();
                }));
            }
        }

        assertThat(api.platform.commands).hasSize(1);
        Map<String, Object> first = replies.getFirst().get();
        for (Future<Map<String, Object>> reply : replies) {
            assertThat(reply.get()).isEqualTo(first);
        }
    }

    @Test
    void anAnswerThatCannotBeReadYetIsNotKeptAndARepeatFindsTheSameThing() {
        api.platform.projecting = false;
        TestApi.Reply late = register("key-1", "Acme");
        assertThat(late.<String>at("$.errors[0].extensions.details.reason")).isEqualTo("NOT_YET_VISIBLE");

        api.platform.projecting = true;
        TestApi.Reply repeated = register("key-1", "Acme").withoutErrors();

        assertThat(api.platform.commands).hasSize(1);
        assertThat(repeated.<String>at("$.data.registerPartner.partner.id"))
                .isEqualTo(late.at("$.errors[0].extensions.details.partnerId"))
                .isEqualTo(api.platform.sent(RegisterPartner.class).partnerId().toString());
    }

    @Test
    void aCrashBetweenEffectAndAnswerLeavesOneEffect() {
        register("key-1", "Acme").withoutErrors();
        // What a crash leaves behind: the key is noted, the effect is there, the answer is not.
        JdbcClient.create(database)
                .sql("UPDATE graphql_api.idempotency SET response = NULL")
                .update();

        TestApi.Reply repeated = register("key-1", "Acme").withoutErrors();

        assertThat(api.platform.commands).hasSize(1);
        assertThat(api.platform.partners).hasSize(1);
        assertThat(repeated.<String>at("$.data.registerPartner.partner.name")).isEqualTo("Acme");
    }

    @Test
    void aCrashBeforeTheProjectionLeavesOneEffectToo() {
        provision("key-1").withoutErrors();
        ProvisionInstance first = api.platform.sent(ProvisionInstance.class);
        JdbcClient.create(database)
                .sql("UPDATE graphql_api.idempotency SET response = NULL")
                .update();
        // The operation is not projected yet, so the repeat sends its command and is refused by the aggregate.
        var operation = api.platform.operations.remove(first.operationId());
        api.platform.beforeCommand = () -> api.platform.operations.put(first.operationId(), operation);

        TestApi.Reply repeated = provision("key-1").withoutErrors();

        assertThat(api.platform.instances).hasSize(1);
        assertThat(repeated.<String>at("$.data.provisionInstance.instance.id"))
                .isEqualTo(first.instanceId().toString());
    }

    @Test
    void twoFieldsOfOneRequestMakeTwoThings() {
        String document = """
                mutation {
                  a: registerPartner(input: { name: "Acme", email: "a@acme.example" }) { partner { id } }
                  b: registerPartner(input: { name: "Bolt", email: "b@bolt.example" }) { partner { id } }
                }""";

        TestApi.Reply reply = api.ask(document, Map.of(), key("key-1")).withoutErrors();

        assertThat(reply.<String>at("$.data.a.partner.id")).isNotEqualTo(reply.at("$.data.b.partner.id"));
    }

    @Test
    void afterADayTheKeyIsForgotten() {
        register("key-1", "Acme").withoutErrors();
        JdbcClient.create(database)
                .sql("UPDATE graphql_api.idempotency SET created_at = created_at - interval '24 hours 1 second'")
                .update();

        register("key-1", "Bolt").withoutErrors();

        assertThat(api.platform.commands).hasSize(2);
        assertThat(JdbcClient.create(database)
                        .sql("SELECT count(*) FROM graphql_api.idempotency")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void queriesAreNotKept() {
        api.ask("{ partners { totalCount } }", Map.of(), key("key-1")).withoutErrors();
        register("key-1", "Acme").withoutErrors();

        assertThat(api.ask("{ partners { totalCount } }", Map.of(), key("key-1"))
                        .<Integer>at("$.data.partners.totalCount"))
                .isEqualTo(1);
    }

    @Test
    void anIllFormedKeyIsRefused() {
        TestApi.Reply reply = register("a key", "Acme");

        assertThat(reply.<String>at("$.errors[0].extensions.details.field")).isEqualTo("Idempotency-Key");
        assertThat(api.platform.commands).isEmpty();
    }

    @Test
    void whoWaitsTooLongIsToldToComeBack() throws Exception {
        GraphQlApiSettings impatient = new GraphQlApiSettings(
                Duration.ofMillis(300), Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofSeconds(15), 4);
        CountDownLatch acting = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (TestApi slow = new TestApi(new FakePlatform(), impatient, database);
                ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
            slow.platform.beforeCommand = () -> {
                acting.countDown();
                await(done);
            };
            Future<TestApi.Reply> first = caller.submit(() -> register(slow, "key-1", "Acme"));
            acting.await();

            TestApi.Reply second = register(slow, "key-1", "Acme");
            done.countDown();

            assertThat(second.<String>at("$.errors[0].extensions.code")).isEqualTo("SERVICE_UNAVAILABLE");
            assertThat(first.get().<String>at("$.errors[0].extensions.code")).isEqualTo("SERVICE_UNAVAILABLE");
            slow.platform.beforeCommand = () -> {};
            assertThat(register(slow, "key-1", "Acme")
                            .withoutErrors()
                            .<String>at("$.data.registerPartner.partner.name"))
                    .isEqualTo("Acme");
            assertThat(slow.platform.partners).hasSize(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private TestApi.Reply register(String key, String name) {
        return register(api, key, name);
    }

    private static TestApi.Reply register(TestApi api, String key, String name) {
        Map<String, Object> variables = Map.of("name", name, "email", "ops@acme.example");
        return api.ask(TestApi.stored("register-partner"), variables, key(key));
    }

    private TestApi.Reply provision(String key) {
        Map<String, Object> input = Map.of("name", "shop-1", "component", "storefront", "version", "1.0.0");
        return api.ask(TestApi.stored("provision-instance"), Map.of("input", input), key(key));
    }

    private static HttpHeaders key(String key) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Idempotency-Key", key);
        return headers;
    }
}
