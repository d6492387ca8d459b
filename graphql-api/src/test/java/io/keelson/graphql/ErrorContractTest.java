package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Rejection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

class ErrorContractTest {
    private static final String QUERY = "{ partners { totalCount } }";
    private final TestApi api = new TestApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void anErrorCarriesCodeRequestTimeAndDetails() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("X-Request-Id", "req-7");

        TestApi.Reply reply = api.ask("{ partner(id: \"x\") { id } }", Map.of(), headers);

        assertThat(reply.<Map<String, Object>>at("$.errors[0].extensions"))
                .containsEntry("code", "VALIDATION_ERROR")
                .containsEntry("requestId", "req-7")
                .containsEntry("timestamp", "2026-03-01T12:00:00Z");
        assertThat(reply.<Map<String, Object>>at("$.errors[0].extensions.details"))
                .containsEntry("field", "id")
                .containsEntry("reason", "INVALID_INPUT")
                .containsEntry("fault", "USER")
                .containsEntry("retryable", false);
        assertThat(reply.<Object>at("$.errors[0].path[0]")).isEqualTo("partner");
    }

    @Test
    void aRefusalIsFoundInDetailsAndCauses() {
        Rejection rejection = new Rejection(ErrorCode.WRONG_STATE, "status", "It is gone.");

        api.platform.broken = () -> new CommandExecutionException("remote", null, rejection);
        assertThat(api.ask(QUERY).<String>at("$.errors[0].extensions.details.reason"))
                .isEqualTo("WRONG_STATE");
        api.platform.broken = () -> new QueryExecutionException("remote", null, rejection);
        assertThat(api.ask(QUERY).<String>at("$.errors[0].extensions.code")).isEqualTo("CONFLICT");
        api.platform.broken = () -> new IllegalStateException(new RejectedException(rejection));
        assertThat(api.ask(QUERY).<String>at("$.errors[0].message")).isEqualTo("It is gone.");
    }

    @Test
    void aDatabaseThatIsAwayCanBeTriedAgain() {
        api.platform.broken = () -> new CannotGetJdbcConnectionException(
                "no connection", new SQLTransientConnectionException("pool is empty"));

        TestApi.Reply reply = api.ask(QUERY);

        assertThat(reply.<String>at("$.errors[0].extensions.code")).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(reply.<Boolean>at("$.errors[0].extensions.details.retryable"))
                .isTrue();
    }

    @Test
    void aConnectionThatBrokeInUseCanBeTriedAgain() {
        api.platform.broken =
                () -> new IllegalStateException("unable to roll back", new SQLException("Connection is closed"));

        TestApi.Reply reply = api.ask(QUERY);

        assertThat(reply.<String>at("$.errors[0].extensions.code")).isEqualTo("SERVICE_UNAVAILABLE");
    }

    @Test
    void anUnforeseenErrorTellsNothingInternal() {
        api.platform.broken = () -> new IllegalStateException("SELECT secret FROM vault");

        TestApi.Reply reply = api.ask(QUERY);

        assertThat(reply.<String>at("$.errors[0].extensions.code")).isEqualTo("INTERNAL_ERROR");
        assertThat(reply.body().toString()).doesNotContain("secret").doesNotContain("Exception");
        assertThat(reply.<String>at("$.errors[0].message"))
                .contains(reply.<String>at("$.errors[0].extensions.requestId"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ partners(first: \"x\") { totalCount } }                                       | first",
                "{ instances(filter: { status: BROKEN }) { totalCount } }                        | filter.status",
                "{ instances(filter: { version: 7 }) { totalCount } }                            | filter.version",
                "mutation { registerPartner(input: { name: \"Acme\" }) { partner { id } } }      | email",
                "mutation { registerPartner { partner { id } } }                                 | input",
                "{ partner(id: \"x\") { motto } }                                                | motto",
                "query($first: Int!) { partners(first: $first) { totalCount } }                  | first",
            })
    void anErrorInTheDocumentNamesTheField(String document, String field) {
        TestApi.Reply reply = api.ask(document);

        assertThat(reply.<Map<String, Object>>at("$.errors[0].extensions"))
                .containsEntry("code", "VALIDATION_ERROR")
                .containsKeys("requestId", "timestamp");
        assertThat(reply.<String>at("$.errors[0].extensions.details.field"))
                .as(reply.<String>at("$.errors[0].message"))
                .isEqualTo(field);
    }

    @Test
    void anErrorInAVariableNamesTheFieldAndWhatItMustBe() {
        assertRefused(Map.of("name", "Acme"), "email", "email is required.");
        assertRefused(Map.of("name", 7, "email", "a@b.example"), "name", "name must be a String.");
        assertRefused(Map.of("name", "Acme", "email", "a@b.example", "x", 1), "input", "RegisterPartnerInput");
        assertRefused("Acme", "input", "input must be an object.");
    }

    @Test
    void anErrorInsideAVariableNamesTheInnermostField() {
        Map<String, Object> input = Map.of(
                "name", "shop-1", "component", "storefront", "version", "1.0.0", "resources", Map.of("cpu", 0.5));

        TestApi.Reply number = api.askStored("provision-instance", Map.of("input", input));
        TestApi.Reply name = api.ask(
                "query($filter: InstanceFilter) { instances(filter: $filter) { totalCount } }",
                Map.of("filter", Map.of("status", "BROKEN")));

        assertThat(number.<String>at("$.errors[0].extensions.details.field")).isEqualTo("resources.cpu");
        assertThat(name.<String>at("$.errors[0].extensions.details.field")).isEqualTo("filter.status");
        assertThat(name.<String>at("$.errors[0].message")).contains("must be one of PROVISIONING, ACTIVE");
    }

    private void assertRefused(Object input, String field, String message) {
        TestApi.Reply reply = api.ask(
                "mutation($input: RegisterPartnerInput!) { registerPartner(input: $input) { partner { id } } }",
                Map.of("input", input));
        assertThat(reply.<String>at("$.errors[0].extensions.code")).isEqualTo("VALIDATION_ERROR");
        assertThat(reply.<String>at("$.errors[0].extensions.details.field")).isEqualTo(field);
        assertThat(reply.<String>at("$.errors[0].message")).contains(message);
    }

    @Test
    void aHostileValueIsNotRepeated() {
        String hostile = "x".repeat(10_000);

        TestApi.Reply reply = api.ask("{ partners(first: \"" + hostile + "\") { totalCount } }");

        assertThat(reply.<String>at("$.errors[0].message")).hasSizeLessThan(500).doesNotContain("xxxx");
    }

    @Test
    void whatIsNotGraphQlIsAValidationError() {
        for (String document :
                new String[] {"", " ", "{", "}{", "query", "subscription { }", "#", "\uFEFF", "{ a b c }"}) {
            if (!document.isBlank()) {
                assertThat(api.ask(document).<String>at("$.errors[0].extensions.code"))
                        .as(document)
                        .isEqualTo("VALIDATION_ERROR");
            }
        }
    }
}
