package io.keelson.graphql;

import com.jayway.jsonpath.JsonPath;
import graphql.schema.GraphQLSchema;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.DefaultBatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The API as the application wires it, in front of a {@link FakePlatform}. */
final class TestApi implements AutoCloseable {
    static final GraphQlApiSettings SETTINGS = new GraphQlApiSettings(
            Duration.ofSeconds(10), Duration.ofMillis(200), Duration.ofMillis(50), Duration.ofSeconds(15), 4);

    final FakePlatform platform;
    final FakeSchedules schedules = new FakeSchedules();
    final FakeJobs jobs = new FakeJobs();
    final FakeRollouts rollouts;
    final AtomicReference<SchemaReport> report = new AtomicReference<>();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    TestApi() {
        this(new FakePlatform(), SETTINGS, new NoDatabase());
    }

    TestApi(FakePlatform platform, GraphQlApiSettings settings, DataSource dataSource) {
        this.platform = platform;
        CommandBus commandBus = SimpleCommandBus.builder().build();
        SimpleQueryBus queryBus = SimpleQueryBus.builder().build();
        FakeUpkeep upkeep = new FakeUpkeep(platform);
        rollouts = new FakeRollouts(platform);
        new AnnotationCommandHandlerAdapter<>(rollouts).subscribe(commandBus);
        new AnnotationQueryHandlerAdapter<>(rollouts).subscribe(queryBus);
        new AnnotationCommandHandlerAdapter<>(platform).subscribe(commandBus);
        new AnnotationCommandHandlerAdapter<>(upkeep).subscribe(commandBus);
        new AnnotationCommandHandlerAdapter<>(jobs).subscribe(commandBus);
        new AnnotationQueryHandlerAdapter<>(jobs).subscribe(queryBus);
        new AnnotationQueryHandlerAdapter<>(platform).subscribe(queryBus);
        new AnnotationQueryHandlerAdapter<>(upkeep).subscribe(queryBus);
        new AnnotationCommandHandlerAdapter<>(schedules).subscribe(commandBus);
        new AnnotationQueryHandlerAdapter<>(schedules).subscribe(queryBus);
        context.registerBean(GraphQlApiSettings.class, () -> settings);
        context.registerBean(Clock.class, () -> Clock.fixed(FakePlatform.NOW, ZoneOffset.UTC));
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(
                CommandGateway.class,
                () -> DefaultCommandGateway.builder().commandBus(commandBus).build());
        context.registerBean(
                QueryGateway.class,
                () -> DefaultQueryGateway.builder().queryBus(queryBus).build());
        context.registerBean(QueryUpdateEmitter.class, queryBus::queryUpdateEmitter);
        context.registerBean(BatchLoaderRegistry.class, () -> new DefaultBatchLoaderRegistry());
        context.registerBean(GraphQlSource.class, this::source);
        context.registerBean(WebGraphQlHandler.class, this::handler);
        context.register(GraphQlApiConfiguration.class);
        context.refresh();
    }

    /** Carries out a document without variables. */
    Reply ask(String document) {
        return ask(document, Map.of());
    }

    Reply ask(String document, Map<String, Object> variables) {
        return ask(document, variables, new HttpHeaders());
    }

    Reply ask(String document, Map<String, Object> variables, HttpHeaders headers) {
        WebGraphQlResponse response = respond(document, variables, headers);
        return new Reply(response.toMap(), response.getResponseHeaders());
    }

    WebGraphQlResponse respond(String document, Map<String, Object> variables, HttpHeaders headers) {
        WebGraphQlRequest request = new WebGraphQlRequest(
                URI.create("/graphql"),
                headers,
                null,
                new InetSocketAddress("127.0.0.1", 4711),
                Map.of(),
                Map.of("query", document, "variables", variables),
                UUID.randomUUID().toString(),
                Locale.GERMAN);
        return context.getBean(WebGraphQlHandler.class).handleRequest(request).block(Duration.ofSeconds(30));
    }

    /** Carries out a document that is stored beside the tests. */
    Reply askStored(String name, Map<String, Object> variables) {
        return ask(stored(name), variables);
    }

    static String stored(String name) {
        try {
            return new ClassPathResource("documents/" + name + ".graphql").getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    GraphQLSchema schema() {
        return context.getBean(GraphQlSource.class).schema();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    private GraphQlSource source() {
        GraphQlSource.SchemaResourceBuilder builder = GraphQlSource.schemaResourceBuilder()
                .schemaResources(schemaFiles())
                .configureRuntimeWiring(wiring -> context.getBeanProvider(RuntimeWiringConfigurer.class)
                        .orderedStream()
                        .forEach(configurer -> configurer.configure(wiring)))
                .exceptionResolvers(context.getBeanProvider(DataFetcherExceptionResolver.class)
                        .orderedStream()
                        .toList())
                .instrumentation(context.getBeanProvider(graphql.execution.instrumentation.Instrumentation.class)
                        .orderedStream()
                        .toList())
                .inspectSchemaMappings(report::set);
        context.getBeanProvider(GraphQlSourceBuilderCustomizer.class)
                .orderedStream()
                .forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    private WebGraphQlHandler handler() {
        DefaultExecutionGraphQlService service =
                new DefaultExecutionGraphQlService(context.getBean(GraphQlSource.class));
        service.addDataLoaderRegistrar(context.getBean(BatchLoaderRegistry.class));
        return WebGraphQlHandler.builder(service)
                .interceptors(context.getBeanProvider(WebGraphQlInterceptor.class)
                        .orderedStream()
                        .toList())
                .build();
    }

    private static Resource[] schemaFiles() {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath*:graphql/*.graphqls");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What came back; paths are JSON paths. */
    record Reply(Map<String, Object> body, HttpHeaders headers) {
        <T> T at(String path) {
            return JsonPath.read(body, path);
        }

        List<Map<String, Object>> errors() {
            Object errors = body.get("errors");
            return errors == null ? List.of() : JsonPath.read(body, "$.errors");
        }

        Reply withoutErrors() {
            if (!errors().isEmpty()) {
                throw new AssertionError("Unexpected errors: " + errors());
            }
            return this;
        }
    }

    /** Only requests with an Idempotency-Key need a database. */
    private static final class NoDatabase extends AbstractDataSource {
        @Override
        public java.sql.Connection getConnection() throws java.sql.SQLException {
            throw new SQLFeatureNotSupportedException("This test has no database");
        }

        @Override
        public java.sql.Connection getConnection(String user, String password) throws java.sql.SQLException {
            return getConnection();
        }
    }
}
