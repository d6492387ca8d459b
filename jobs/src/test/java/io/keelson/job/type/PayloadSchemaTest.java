package io.keelson.job.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.keelson.api.error.RejectedException;
import io.keelson.job.outbound.HostResolver;
import io.keelson.job.outbound.OutboundAllowance;
import io.keelson.job.outbound.OutboundClient;
import io.keelson.job.outbound.OutboundGuard;
import io.keelson.job.outbound.OutboundSecrets;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.type.command.InstanceCommandHandler;
import io.keelson.job.type.http.HttpRequestHandler;
import io.keelson.job.type.mail.MailSecurity;
import io.keelson.job.type.mail.MailSendHandler;
import io.keelson.job.type.mail.MailSettings;
import io.keelson.job.type.maintenance.MaintenanceHandler;
import io.keelson.job.type.maintenance.QueueMaintenance;
import io.keelson.job.type.report.ReportCsvHandler;
import io.keelson.job.type.report.ReportDirectory;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.json.JsonMapper;

/** What the schema of a type says, and what the type itself takes, are the same. */
class PayloadSchemaTest {
    private static final List<JobHandler> HANDLERS = handlers();

    static List<JobHandler> theHandlers() {
        return HANDLERS;
    }

    @ParameterizedTest
    @MethodSource("theHandlers")
    void everySchemaIsStrictAndIsOne(JobHandler handler) {
        Schema schema = schema(handler);

        assertThat(schema.validate(JsonMapper.shared().readTree("{\"no-such-field\": 1}")))
                .isNotEmpty();
        assertThat(handler.submittable()).isTrue();
        assertThat(handler.defaults().retry().maxAttempts()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http.request {\"url\": \"https://example.com/\"}",
                "http.request {\"url\": \"HTTP://example.com:8080/a?b\", \"method\": \"POST\", \"headers\": {\"X-A\": \"${secret:a}\"}, \"body\": \"{}\", \"expect\": [200, 404], \"redirects\": 5, \"timeoutSeconds\": 300}",
                "mail.send {\"to\": [\"a@example.com\"], \"subject\": \"Grüße\", \"text\": \"\"}",
                "mail.send {\"to\": [\"Ann <a@example.com>\"], \"cc\": [], \"bcc\": [\"b@example.com\"], \"replyTo\": \"c@example.com\", \"subject\": \"s\", \"html\": \"<p>\", \"reports\": [\"job:7e2a4f7c-0000-4000-8000-000000000001\"]}",
                "report.csv {\"query\": \"instances\"}",
                "report.csv {\"query\": \"instances\", \"filter\": {\"status\": \"ACTIVE\"}, \"columns\": [\"id\", \"name\", \"configuration.region\"]}",
                "report.csv {\"query\": \"operations\", \"filter\": {\"state\": \"FAILED\"}}",
                "report.csv {\"query\": \"jobs\", \"filter\": {\"state\": \"FAILED\"}}",
                "report.csv {\"query\": \"partners\"}",
                "report.csv {\"query\": \"tenants\"}",
                "report.csv {\"query\": \"versions\"}",
                "platform.maintenance {\"task\": \"analyze-job-queue\"}",
                "instance.command {\"command\": [\"ls\"]}",
                "instance.command {\"instanceId\": \"instance:7e2a4f7c-0000-4000-8000-000000000001\", \"command\": [\"ls\", \"-l\", \"\"], \"directory\": \"sub\"}"
            })
    void whatIsGoodIsTaken(String line) {
        JobHandler handler = handler(line);

        assertThat(schema(handler).validate(JsonMapper.shared().readTree(payload(line))))
                .as(line)
                .isEmpty();
        handler.validate(payload(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http.request {}",
                "http.request {\"url\": 7}",
                "http.request {\"url\": \"https://example.com/\", \"verb\": \"GET\"}",
                "http.request {\"url\": \"https://example.com/\", \"method\": \"TRACE\"}",
                "http.request {\"url\": \"https://example.com/\", \"method\": \"get\"}",
                "http.request {\"url\": \"https://example.com/\", \"redirects\": 6}",
                "http.request {\"url\": \"https://example.com/\", \"redirects\": 0.5}",
                "http.request {\"url\": \"https://example.com/\", \"timeoutSeconds\": 0}",
                "http.request {\"url\": \"https://example.com/\", \"expect\": [99]}",
                "http.request {\"url\": \"file:///etc/passwd\"}",
                "mail.send {\"to\": [\"a@example.com\"], \"subject\": \"s\"}",
                "mail.send {\"to\": [], \"subject\": \"s\", \"text\": \"t\"}",
                "mail.send {\"to\": [\"a@example.com\\r\\nBcc: b@example.com\"], \"subject\": \"s\", \"text\": \"t\"}",
                "mail.send {\"to\": [\"a@example.com\"], \"subject\": \"s\\r\\nBcc: b@example.com\", \"text\": \"t\"}",
                "mail.send {\"to\": [\"a@example.com\"], \"subject\": \"s\", \"text\": \"t\", \"reports\": [\"../x\"]}",
                "mail.send {\"to\": [\"a@example.com\"], \"subject\": \"s\", \"text\": \"t\", \"from\": \"x@example.com\"}",
                "report.csv {\"query\": \"secrets\"}",
                "report.csv {\"query\": \"instances\", \"columns\": [\"id\", \"id\"]}",
                "report.csv {\"query\": \"instances\", \"filter\": []}",
                "platform.maintenance {}",
                "platform.maintenance {\"task\": \"drop table x\"}",
                "instance.command {\"command\": []}",
                "instance.command {\"command\": \"ls -l\"}",
                "instance.command {\"command\": [\"a\\u0000b\"]}",
                "instance.command {\"instanceId\": \"7\", \"command\": [\"ls\"]}"
            })
    void whatIsBadIsRefusedByBoth(String line) {
        JobHandler handler = handler(line);

        assertThat(schema(handler).validate(JsonMapper.shared().readTree(payload(line))))
                .as(line)
                .isNotEmpty();
        assertThatThrownBy(() -> handler.validate(payload(line)))
                .as(line)
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.rejection().field()).startsWith("payload"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http.request {\"url\": \"http://2130706433/\"}",
                "http.request {\"url\": \"http://user@example.com/\"}",
                "http.request {\"url\": \"https://example.com/\", \"body\": \"b\"}",
                "mail.send {\"to\": [\"nonsense\"], \"subject\": \"s\", \"text\": \"t\"}",
                "report.csv {\"query\": \"instances\", \"filter\": {\"status\": \"GREEN\"}}",
                "report.csv {\"query\": \"instances\", \"filter\": {\"nothing\": 1}}",
                "report.csv {\"query\": \"instances\", \"columns\": [\"password\"]}",
                "platform.maintenance {\"task\": \"no-such-task\"}"
            })
    void whatASchemaCannotSayIsRefusedByTheType(String line) {
        assertThatThrownBy(() -> handler(line).validate(payload(line))).as(line).isInstanceOf(RejectedException.class);
    }

    private static JobHandler handler(String line) {
        String type = line.substring(0, line.indexOf(' '));
        return HANDLERS.stream()
                .filter(handler -> handler.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static String payload(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    private static Schema schema(JobHandler handler) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JsonMapper.shared().readTree(handler.payloadSchema()));
    }

    private static List<JobHandler> handlers() {
        QueryGateway queries = DefaultQueryGateway.builder()
                .queryBus(SimpleQueryBus.builder().build())
                .build();
        try {
            OutboundClient client = new OutboundClient(
                    new OutboundGuard(HostResolver.SYSTEM, OutboundAllowance.NOTHING),
                    new OutboundSecrets(Map.of()),
                    SSLContext.getDefault());
            MailSettings mail =
                    new MailSettings(null, 25, MailSecurity.NONE, "a@example.com", null, null, Duration.ofSeconds(1));
            return List.of(
                    new HttpRequestHandler(client),
                    new MailSendHandler(mail, (_, _) -> Optional.empty(), Clock.systemUTC()),
                    new ReportCsvHandler(queries, new ReportDirectory(Path.of("unused"), 1)),
                    new MaintenanceHandler(new PGSimpleDataSource(), QueueMaintenance.TASKS),
                    new InstanceCommandHandler(queries, List.of()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
