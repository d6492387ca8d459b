package io.keelson.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What is wrong is refused by name, and what goes wrong later ends and leaves nothing behind. */
class BadInputStoryTest {
    private static final String PROVISION = """
        mutation($input: ProvisionInstanceInput!) { provisionInstance(input: $input) { operation { id } } }
        """;
    private static final String RELEASE = """
        mutation($input: ReleaseVersionInput!) { releaseVersion(input: $input) { version { id } } }
        """;
    private static final String HALF_A_PAIR = "\uD83D";

    private final RunningKeelson keelson = RunningKeelson.shared();
    private final GraphQlClient client = keelson.client();

    static Stream<Arguments> refusedOrders() {
        return Stream.of(
                refused("an unknown version", "version", "9.9.9", "NOT_FOUND", "version"),
                refused("an unknown component", "component", "unheard-of", "NOT_FOUND", "version"),
                refused("no semantic version", "version", "one.two", "VALIDATION_ERROR", "version"),
                refused("an unknown tenant", "tenantId", "tenant:" + UUID.randomUUID(), "NOT_FOUND", "tenantId"),
                refused("no id of a tenant", "tenantId", "../../etc/passwd", "VALIDATION_ERROR", "tenantId"),
                refused("an unknown partner", "partnerId", "partner:" + UUID.randomUUID(), "NOT_FOUND", "partnerId"),
                refused("a driver that is not enabled", "driver", "kubernetes", "VALIDATION_ERROR", "driver"),
                refused("a hostile driver", "driver", "process; rm -rf /", "VALIDATION_ERROR", "driver"),
                setting("an unknown setting", "colour", "red"),
                setting("a setting of the wrong type", "greeting", 7),
                setting("a setting that is too long", "greeting", "x".repeat(201)),
                setting("NUL in a setting", "greeting", "a\0b"),
                setting("half a surrogate pair in a setting", "greeting", HALF_A_PAIR),
                refused(
                        "half a surrogate pair in the name of a setting",
                        "configuration",
                        Map.of(HALF_A_PAIR, "a"),
                        "VALIDATION_ERROR",
                        "query"),
                refused("a hostile region", "configuration", Map.of("region", "../x"), "VALIDATION_ERROR", "region"),
                name("no name", ""),
                name("a blank name", "   "),
                name("a path", "../../etc/passwd"),
                name("an absolute path", "/etc/passwd"),
                name("SQL", "x'; drop table event_store.domain_event; --"),
                name("a shell command", "$(touch /tmp/keelson-was-here)"),
                name("a line break", "two\nlines"),
                name("a bell", "ding\u0007"),
                name("NUL", "nu\0l"),
                name("a control character of Latin-1", "next\u0085line"),
                name("half a surrogate pair", "half" + HALF_A_PAIR),
                name("a turn of the direction of writing", "gpj\u202Eexe"),
                name("64 characters", "x".repeat(64)),
                name("10 kB", "x".repeat(10_240)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedOrders")
    void anOrderIsRefusedByTheNameOfItsField(Map<String, Object> change, String code, String field) {
        JsonNode error = client.error(PROVISION, Map.of("input", order(change)));

        assertThat(error.path("extensions").path("code").asString())
                .as("%s", error)
                .isEqualTo(code);
        assertThat(error.path("extensions").path("details").path("field").asString())
                .as("%s", error)
                .contains(field);
        assertThat(error.path("message").asString()).isNotBlank().hasSizeLessThan(500);
    }

    static Stream<Arguments> refusedReleases() {
        return Stream.of(
                release("no semantic version", "number", "1.x", "number"),
                release("a hostile component", "component", "../storefront", "component"),
                release("half a surrogate pair in the changelog", "changelog", HALF_A_PAIR, "changelog"),
                release("NUL in the changelog", "changelog", "a\0b", "changelog"),
                release("half a surrogate pair in a range", "dependencies", Map.of("x", HALF_A_PAIR), "dependencies"),
                release("NUL in a command", "artifacts", process("command", List.of("/bin/true", "\0")), "command"),
                release("no command", "artifacts", process("command", List.of()), "command"),
                release("a file outside", "artifacts", process("files", List.of(file("../x"))), "path"),
                release("a health path that is none", "artifacts", process("healthPath", "health"), "healthPath"),
                release("an endless health check", "artifacts", process("healthTimeoutSeconds", 601), "health"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedReleases")
    void aReleaseIsRefusedByTheNameOfItsField(Map<String, Object> change, String field) {
        Map<String, Object> input = new HashMap<>(Map.of("component", "bad-release", "number", "1.0.0"));
        input.putAll(change);

        JsonNode error = client.error(RELEASE, Map.of("input", input));

        assertThat(error.path("extensions").path("code").asString())
                .as("%s", error)
                .isEqualTo("VALIDATION_ERROR");
        assertThat(error.path("extensions").path("details").path("field").asString())
                .as("%s", error)
                .contains(field);
    }

    static Stream<Arguments> refusedChanges() {
        String partner = "partner:" + UUID.randomUUID();
        String tenant = "tenant:" + UUID.randomUUID();
        return Stream.of(
                change(
                        "an unknown partner",
                        "updatePartner",
                        "partner",
                        "NOT_FOUND",
                        "partnerId",
                        "partnerId",
                        partner),
                change(
                        "a tenant's id",
                        "deletePartner",
                        "partner",
                        "VALIDATION_ERROR",
                        "partnerId",
                        "partnerId",
                        tenant),
                change("no reason", "deletePartner", "partner", "VALIDATION_ERROR", "reason", "reason", "  "),
                change("an unknown tenant", "suspendTenant", "tenant", "NOT_FOUND", "tenantId", "tenantId", tenant),
                change("no id of a tenant", "resumeTenant", "tenant", "VALIDATION_ERROR", "tenantId", "tenantId", "x"),
                change("a blank name", "updateTenant", "tenant", "VALIDATION_ERROR", "name", "name", " "),
                change(
                        "a profile with a bell",
                        "updateTenant",
                        "tenant",
                        "VALIDATION_ERROR",
                        "industry",
                        "profile",
                        Map.of("industry", "ding\u0007")),
                change(
                        "a residency without regions",
                        "updateTenant",
                        "tenant",
                        "VALIDATION_ERROR",
                        "allowedRegions",
                        "residency",
                        Map.of("mode", "HYBRID", "allowedRegions", List.of())),
                change(
                        "a residency of no known mode",
                        "updateTenant",
                        "tenant",
                        "VALIDATION_ERROR",
                        "mode",
                        "residency",
                        Map.of("mode", "NOWHERE", "allowedRegions", List.of("eu"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedChanges")
    void aChangeOfAnOwnerIsRefusedByTheNameOfItsField(
            Map<String, Object> change, String mutation, String kind, String code, String field) {
        boolean destroys = mutation.startsWith("delete") || mutation.startsWith("suspend");
        Map<String, Object> input = new HashMap<>(Map.of(kind + "Id", kind + ":" + UUID.randomUUID()));
        if (destroys) {
            input.put("reason", "Bad input");
        }
        input.putAll(change);
        String type = mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1) + "Input";
        JsonNode error = client.error(
                "mutation($input: %s!) { %s(input: $input) { %s { id } } }".formatted(type, mutation, kind),
                Map.of("input", input));
        assertThat(error.path("extensions").path("code").asString())
                .as("%s", error)
                .isEqualTo(code);
        assertThat(error.path("extensions").path("details").path("field").asString())
                .as("%s", error)
                .contains(field);
    }

    static Stream<Arguments> failingReleases() {
        return Stream.of(
                failing("a command that exits at once", "WORKLOAD_EXITED", Map.of("command", List.of("/bin/false"))),
                failing("a program that is not there", "WORKLOAD_EXITED", Map.of("command", List.of("/nowhere"))),
                failing(
                        "a health check that never answers",
                        "HEALTH_CHECK_FAILED",
                        Map.of("command", List.of("/bin/sleep", "600"), "healthTimeoutSeconds", 1)),
                failing(
                        "a migration that fails",
                        "COMMAND_FAILED",
                        Map.of("command", List.of("/bin/sleep", "600"), "migrate", List.of("/bin/false"))),
                failing(
                        "a file that is not there",
                        "ARTIFACT_UNUSABLE",
                        Map.of("command", List.of("/bin/sleep", "600"), "files", List.of(file("x")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failingReleases")
    void aReleaseThatCannotRunIsTakenBackWhole(String component, String code, Map<String, Object> artifact)
            throws Exception {
        client.data(
                RELEASE,
                Map.of(
                        "input",
                        Map.of(
                                "component",
                                component.replace(' ', '-'),
                                "number",
                                "1.0.0",
                                "artifacts",
                                Map.of("process", artifact))));
        JsonNode payload = client.data("""
            mutation($input: ProvisionInstanceInput!) {
              provisionInstance(input: $input) { instance { id } operation { id } }
            }
            """, Map.of("input", order(Map.of("component", component.replace(' ', '-')))))
                .path("provisionInstance");
        String instanceId = payload.path("instance").path("id").asString();

        JsonNode operation =
                client.awaitEnd(payload.path("operation").path("id").asString(), Duration.ofSeconds(60));

        assertThat(operation.path("state").asString()).as("%s", operation).isEqualTo("ROLLED_BACK");
        JsonNode instance = client.instance(instanceId);
        assertThat(instance.path("status").asString()).isEqualTo("FAILED");
        assertThat(instance.path("lastError").path("code").asString())
                .as("%s", instance)
                .isEqualTo(code);
        assertThat(instance.path("lastError").path("message").asString()).isNotBlank();
        assertThat(keelson.leftovers(instanceId)).isEmpty();
    }

    @Test
    void aNameThatIsTakenIsRefusedAlsoInOtherLetters() {
        JsonNode first = client.provision("taken shop", "1.0.0");

        JsonNode error = client.error(PROVISION, Map.of("input", order(Map.of("name", "TAKEN Shop"))));

        assertThat(error.path("extensions").path("code").asString()).isEqualTo("CONFLICT");
        assertThat(error.path("extensions").path("details").path("field").asString())
                .isEqualTo("name");
        client.awaitEnd(first.path("operation").path("id").asString(), Duration.ofSeconds(60));
    }

    @Test
    void aSuspendedPartnerGetsNoInstance() {
        String partner = client.data("""
            mutation { registerPartner(input: { name: "Suspended", email: "suspended@example.com" }) {
              partner { id } } }
            """, Map.of())
                .path("registerPartner")
                .path("partner")
                .path("id")
                .asString();
        client.data("""
            mutation($id: ID!) { suspendPartner(input: { partnerId: $id, reason: "Unpaid" }) { partner { id } } }
            """, Map.of("id", partner));

        JsonNode error = client.error(PROVISION, Map.of("input", order(Map.of("partnerId", partner))));

        assertThat(error.path("extensions").path("code").asString()).isEqualTo("CONFLICT");
        assertThat(error.path("extensions").path("details").path("reason").asString())
                .isEqualTo("PARTNER_SUSPENDED");
    }

    @Test
    void aWithdrawnVersionIsNotProvisioned() {
        String version = client.data(
                        RELEASE,
                        Map.of(
                                "input",
                                Map.of(
                                        "component",
                                        "withdrawn",
                                        "number",
                                        "1.0.0",
                                        "artifacts",
                                        process("smokePaths", List.of()))))
                .path("releaseVersion")
                .path("version")
                .path("id")
                .asString();
        client.data("""
            mutation($id: ID!) { withdrawVersion(input: { versionId: $id, reason: "Broken" }) { version { id } } }
            """, Map.of("id", version));

        JsonNode error = client.error(PROVISION, Map.of("input", order(Map.of("component", "withdrawn"))));

        assertThat(error.path("extensions").path("code").asString()).isEqualTo("CONFLICT");
        assertThat(error.path("extensions").path("details").path("reason").asString())
                .isEqualTo("VERSION_NOT_PROVISIONABLE");
    }

    private static Map<String, Object> order(Map<String, Object> change) {
        Map<String, Object> order = new HashMap<>(Map.of(
                "name", "bad order " + UUID.randomUUID().toString().substring(0, 8),
                "component", "storefront",
                "version", "1.0.0"));
        order.putAll(change);
        return order;
    }

    private static Arguments name(String what, String name) {
        return refused("a name: " + what, "name", name, "VALIDATION_ERROR", "name");
    }

    private static Arguments setting(String what, String key, Object value) {
        return refused(
                what, "configuration", Map.of("settings", Map.of(key, value)), "VALIDATION_ERROR", "configuration");
    }

    private static Arguments refused(String what, String key, Object value, String code, String field) {
        return Arguments.of(Named.of(what, Map.of(key, value)), code, field);
    }

    private static Arguments release(String what, String key, Object value, String field) {
        return Arguments.of(Named.of(what, Map.of(key, value)), field);
    }

    private static Arguments change(
            String what, String mutation, String kind, String code, String field, String key, Object value) {
        return Arguments.of(Named.of(what, Map.of(key, value)), mutation, kind, code, field);
    }

    private static Arguments failing(String component, String code, Map<String, Object> artifact) {
        return Arguments.of(component, code, artifact);
    }

    private static Map<String, Object> process(String key, Object value) {
        Map<String, Object> process = new HashMap<>(Map.of("command", List.of("/bin/sleep", "600")));
        process.put(key, value);
        return Map.of("process", process);
    }

    private static Map<String, String> file(String path) {
        return Map.of("path", path, "source", "/nowhere/at/all");
    }
}
