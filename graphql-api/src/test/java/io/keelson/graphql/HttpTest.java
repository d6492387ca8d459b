package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import io.keelson.api.operation.OperationState;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.graphql.http.BoundedHttpHandler;
import io.keelson.graphql.http.BoundedSseHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunctions;

class HttpTest {
    private final TestApi api = new TestApi();
    private final MockMvc http = MockMvcBuilders.routerFunctions(RouterFunctions.route()
                    .route(
                            RequestPredicates.POST("/graphql")
                                    .and(RequestPredicates.accept(MediaType.TEXT_EVENT_STREAM))
                                    .and(request -> request.headers().accept().contains(MediaType.TEXT_EVENT_STREAM)),
                            api.bean(BoundedSseHandler.class)::handleRequest)
                    .POST("/graphql", api.bean(BoundedHttpHandler.class)::handleRequest)
                    .build())
            .build();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aRequestIsAnsweredWithItsId() throws Exception {
        MockHttpServletResponse response =
                send("{\"query\": \"{ partners { totalCount } }\"}", MediaType.APPLICATION_JSON);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("X-Request-Id")).isEqualTo("req-1");
        assertThat(JsonPath.<Integer>read(response.getContentAsString(), "$.data.partners.totalCount"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"query\": \"{ partners { totalCount } }\"}]",
                "{",
                "",
                "{}",
                "7",
                "null",
                "{\"query\": 7}",
                "{\"query\": null}",
                "{\"query\": \"{ a }\", \"variables\": []}",
            })
    void aBodyThatIsNoRequestIsAValidationError(String body) throws Exception {
        MockHttpServletResponse response = send(body, MediaType.APPLICATION_JSON);

        String answer = response.getContentAsString();
        assertThat(JsonPath.<String>read(answer, "$.errors[0].extensions.code")).isEqualTo("VALIDATION_ERROR");
        assertThat(JsonPath.<String>read(answer, "$.errors[0].extensions.requestId"))
                .isEqualTo("req-1");
    }

    @Test
    void aBodyMayHave16MiB() throws Exception {
        MockHttpServletResponse response =
                send("{\"query\": \"" + " ".repeat(16 * 1024 * 1024) + "\"}", MediaType.APPLICATION_JSON);

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains("16777216 bytes");
    }

    @Test
    void aDocumentStaysSmallWhereVariablesAreLarge() throws Exception {
        MockHttpServletResponse response =
                send("{\"query\": \"{ a }" + " ".repeat(64 * 1024) + "\"}", MediaType.APPLICATION_JSON);

        String answer = response.getContentAsString();
        assertThat(JsonPath.<String>read(answer, "$.errors[0].extensions.code")).isEqualTo("VALIDATION_ERROR");
        assertThat(answer).contains("65536 are allowed");
    }

    @Test
    void progressIsServedAsEvents() throws Exception {
        api.platform.operations.put(
                InstanceFixtures.OPERATION_ID,
                FakePlatform.operation(
                        InstanceFixtures.OPERATION_ID, InstanceFixtures.INSTANCE_ID, OperationState.SUCCEEDED, 100));

        MockHttpServletResponse response = send(
                "{\"query\": \"subscription { operationProgress(id: \\\"%s\\\") { state } }\"}"
                        .formatted(InstanceFixtures.OPERATION_ID),
                MediaType.TEXT_EVENT_STREAM);

        assertThat(response.getContentAsString())
                .contains("event:next")
                .contains("{\"operationProgress\":{\"state\":\"SUCCEEDED\"}}")
                .contains("event:complete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscription { operationProgress(id: \\\"x\\\") { state } }", "subscription { nothing }"})
    void aRefusedSubscriptionIsToldWhy(String document) throws Exception {
        MockHttpServletResponse response = send("{\"query\": \"" + document + "\"}", MediaType.TEXT_EVENT_STREAM);

        assertThat(response.getContentAsString())
                .contains("\"code\":\"VALIDATION_ERROR\"")
                .contains("event:complete");
    }

    private MockHttpServletResponse send(String body, MediaType accept) throws Exception {
        MvcResult result = http.perform(post("/graphql")
                        .contentType(MediaType.APPLICATION_JSON)
                        .accept(accept)
                        .header("X-Request-Id", "req-1")
                        .content(body))
                .andReturn();
        if (result.getRequest().isAsyncStarted()) {
            result.getAsyncResult(10_000);
            return http.perform(asyncDispatch(result)).andReturn().getResponse();
        }
        return result.getResponse();
    }
}
