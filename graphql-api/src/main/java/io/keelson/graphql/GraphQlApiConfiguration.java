package io.keelson.graphql;

import graphql.execution.instrumentation.Instrumentation;
import io.keelson.graphql.channel.ChannelApi;
import io.keelson.graphql.error.ApiExceptionResolver;
import io.keelson.graphql.error.ErrorContract;
import io.keelson.graphql.error.ErrorContractInterceptor;
import io.keelson.graphql.http.BoundedHttpHandler;
import io.keelson.graphql.http.BoundedSseHandler;
import io.keelson.graphql.http.RequestBody;
import io.keelson.graphql.idempotency.AnswerStore;
import io.keelson.graphql.idempotency.IdempotencyInterceptor;
import io.keelson.graphql.input.VariableCheck;
import io.keelson.graphql.instance.InstanceApi;
import io.keelson.graphql.job.JobApi;
import io.keelson.graphql.limit.CleanTextInterceptor;
import io.keelson.graphql.limit.DocumentLimits;
import io.keelson.graphql.limit.GuardedDocuments;
import io.keelson.graphql.message.Changes;
import io.keelson.graphql.message.LiveViews;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.operation.OperationApi;
import io.keelson.graphql.partner.PartnerApi;
import io.keelson.graphql.request.DeadlineInterceptor;
import io.keelson.graphql.request.RequestContextInterceptor;
import io.keelson.graphql.rollout.RolloutApi;
import io.keelson.graphql.scalar.ScalarWiring;
import io.keelson.graphql.schedule.ScheduleApi;
import io.keelson.graphql.setting.SettingApi;
import io.keelson.graphql.suspension.SuspensionApi;
import io.keelson.graphql.tenant.TenantApi;
import io.keelson.graphql.upgrade.UpgradeApi;
import io.keelson.graphql.version.VersionApi;
import io.keelson.graphql.worker.WorkerApi;
import java.time.Clock;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.server.WebGraphQlHandler;

/**
 * All beans of the GraphQL API. It needs a {@link CommandGateway}, a {@link QueryGateway}, a {@link DataSource} with
 * schema {@code graphql_api} and a {@link Clock}; a bean {@link GraphQlApiSettings} is optional. The orders say through
 * which hands a request goes first.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    PartnerApi.class,
    TenantApi.class,
    SuspensionApi.class,
    VersionApi.class,
    InstanceApi.class,
    ChannelApi.class,
    UpgradeApi.class,
    RolloutApi.class,
    OperationApi.class,
    SettingApi.class,
    ScheduleApi.class,
    JobApi.class,
    WorkerApi.class
})
public class GraphQlApiConfiguration {
    private final GraphQlApiSettings settings;
    /** Controllers wait for messages, so each call has a cheap thread of its own. */
    private final Executor executor = new VirtualThreadTaskExecutor("graphql-");

    GraphQlApiConfiguration(ObjectProvider<GraphQlApiSettings> settings) {
        this.settings = settings.getIfAvailable(() -> GraphQlApiSettings.DEFAULT);
    }

    @Bean
    AnnotatedControllerConfigurer annotatedControllerConfigurer() {
        AnnotatedControllerConfigurer configurer = new AnnotatedControllerConfigurer();
        configurer.setExecutor(executor);
        return configurer;
    }

    @Bean
    RuntimeWiringConfigurer scalarWiring() {
        return new ScalarWiring();
    }

    @Bean
    Instrumentation documentLimits() {
        return new DocumentLimits();
    }

    @Bean
    Instrumentation variableCheck() {
        return new VariableCheck();
    }

    @Bean
    GraphQlSourceBuilderCustomizer guardedDocuments() {
        return source -> source.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(new GuardedDocuments()));
    }

    @Bean
    Messages graphQlMessages(CommandGateway commands, QueryGateway queries) {
        return new Messages(commands, queries, settings.deadline());
    }

    @Bean
    Changes graphQlChanges(Messages messages) {
        return new Changes(messages, settings.visibleWithin());
    }

    @Bean
    LiveViews graphQlLiveViews(Messages messages, ErrorContract contract) {
        return new LiveViews(messages, contract, settings.rereadEvery(), executor);
    }

    @Bean
    ErrorContract graphQlErrorContract(Clock clock) {
        return new ErrorContract(clock);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    DataFetcherExceptionResolver apiExceptionResolver(ErrorContract contract) {
        return new ApiExceptionResolver(contract);
    }

    @Bean
    @Order(1)
    RequestContextInterceptor requestContextInterceptor() {
        return new RequestContextInterceptor();
    }

    @Bean
    @Order(2)
    ErrorContractInterceptor errorContractInterceptor(ErrorContract contract) {
        return new ErrorContractInterceptor(contract);
    }

    @Bean
    @Order(3)
    DeadlineInterceptor deadlineInterceptor() {
        return new DeadlineInterceptor(settings.deadline());
    }

    @Bean
    @Order(4)
    CleanTextInterceptor cleanTextInterceptor() {
        return new CleanTextInterceptor();
    }

    @Bean
    @Order(5)
    IdempotencyInterceptor idempotencyInterceptor(DataSource dataSource, Clock clock, ErrorContractInterceptor errors) {
        AnswerStore store = new AnswerStore(dataSource, clock, settings.deadline(), settings.keyedConnections());
        return new IdempotencyInterceptor(store, errors, executor);
    }

    @Bean
    RequestBody graphQlRequestBody(ErrorContract contract) {
        return new RequestBody(contract);
    }

    @Bean
    BoundedHttpHandler graphQlHttpHandler(WebGraphQlHandler handler, RequestBody body) {
        return new BoundedHttpHandler(handler, body);
    }

    @Bean
    BoundedSseHandler graphQlSseHandler(WebGraphQlHandler handler, RequestBody body) {
        return new BoundedSseHandler(handler, body, settings.keepAlive());
    }
}
