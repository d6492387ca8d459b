package io.keelson.job.type.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.keelson.job.queue.JobOwner;
import io.keelson.job.queue.JobStatus;
import io.keelson.job.queue.NewJob;
import io.keelson.job.type.TypeWorld;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSendHandlerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String SIMPLE = """
            {"to": ["ann@example.com"], "subject": "Hello", "text": "Words"}""";

    @TempDir
    private Path directory;

    @Test
    void anEMailArrivesWithWordsOfTheWorld() throws Exception {
        GreenMail server = server();
        try (TypeWorld world = TypeWorld.with(handler(server.getSmtp().getPort(), null))) {
            TypeWorld.Row row = world.run(MailSendHandler.TYPE, """
                    {"to": ["Änn Bürger <ann@example.com>"], "cc": ["carl@example.com"], "bcc": ["bea@example.com"],
                     "replyTo": "desk@example.com", "subject": "Grüße, 世界", "text": "Guten Tag, 世界",
                     "html": "<p>Guten Tag</p>"}""");

            assertThat(row.status()).as(row.error()).isEqualTo(JobStatus.SUCCEEDED);
            assertThat(server.getReceivedMessages()).hasSize(3);
            MimeMessage message = server.getReceivedMessages()[0];
            assertThat(message.getSubject()).isEqualTo("Grüße, 世界");
            assertThat(message.getMessageID()).isEqualTo("<job.%s@platform.example>".formatted(row.id()));
            assertThat(message.getFrom()[0]).hasToString("keelson@platform.example");
            assertThat(message.getHeader("To")[0]).matches("[\\x20-\\x7e]+ <ann@example.com>");
            assertThat(((InternetAddress) message.getRecipients(RecipientType.TO)[0]).getPersonal())
                    .isEqualTo("Änn Bürger");
            assertThat(message.getRecipients(RecipientType.CC)[0]).hasToString("carl@example.com");
            assertThat(message.getRecipients(RecipientType.BCC)).isNull();
            assertThat(message.getReplyTo()[0]).hasToString("desk@example.com");
            assertThat(message.getSentDate()).isEqualTo(CLOCK.instant());
            assertThat(row.result()).contains("job." + row.id());
        } finally {
            server.stop();
        }
    }

    @Test
    void aFinishedReportIsAttached() throws Exception {
        UUID report = UUID.randomUUID();
        Path file = Files.writeString(directory.resolve("r.csv"), "id\r\n1\r\n");
        GreenMail server = server();
        MailAttachments attachments = (id, tenant) ->
                id.equals(report) && tenant.equals(TypeWorld.TENANT) ? Optional.of(file) : Optional.empty();
        try (TypeWorld world = TypeWorld.with(handler(server.getSmtp().getPort(), attachments))) {
            String payload = """
                    {"to": ["ann@example.com"], "subject": "s", "text": "t", "reports": ["job:%s"]}""".formatted(report);
            UUID sent = world.submit(MailSendHandler.TYPE, payload, new JobOwner(TypeWorld.TENANT, null, "ann"));
            UUID stranger = world.submit(MailSendHandler.TYPE, payload, new JobOwner(UUID.randomUUID(), null, "eve"));

            assertThat(world.end(sent).status()).isEqualTo(JobStatus.SUCCEEDED);
            assertThat(world.end(stranger).code()).isEqualTo("REPORT_NOT_FOUND");
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]))
                    .contains("report-r.csv", "text/csv");
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatIsBusyIsAskedAgain() throws Exception {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer("450 busy", "450 busy");
                TypeWorld world = TypeWorld.with(handler(server.port(), null))) {
            TypeWorld.Row row = world.run(MailSendHandler.TYPE, SIMPLE);

            assertThat(row.status()).isEqualTo(JobStatus.SUCCEEDED);
            assertThat(row.attempts()).isEqualTo(3);
        }
    }

    @Test
    void aMailboxThatDoesNotExistIsNotTriedAgain() throws Exception {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer("550 no such mailbox");
                TypeWorld world = TypeWorld.with(handler(server.port(), null))) {
            TypeWorld.Row row = world.run(MailSendHandler.TYPE, SIMPLE);

            assertThat(row.status()).isEqualTo(JobStatus.DEAD);
            assertThat(row.attempts()).isEqualTo(1);
            assertThat(row.code()).isEqualTo("MAIL_REFUSED");
            assertThat(row.error()).contains("550");
        }
    }

    @Test
    void withoutAServerNothingIsTried() {
        MailSettings none = new MailSettings(
                null, 25, MailSecurity.NONE, "keelson@platform.example", null, null, Duration.ofSeconds(1));
        try (TypeWorld world = TypeWorld.with(new MailSendHandler(none, (_, _) -> Optional.empty(), CLOCK))) {
            TypeWorld.Row row = world.run(MailSendHandler.TYPE, SIMPLE);

            assertThat(row.code()).isEqualTo("MAIL_NOT_CONFIGURED");
            assertThat(row.attempts()).isEqualTo(1);
        }
    }

    @Test
    void aPlainServerIsRefusedWhereTlsIsDemanded() {
        GreenMail server = server();
        MailSettings settings = new MailSettings(
                "127.0.0.1",
                server.getSmtp().getPort(),
                MailSecurity.STARTTLS,
                "keelson@platform.example",
                null,
                null,
                Duration.ofSeconds(5));
        MailSendHandler handler = new MailSendHandler(settings, (_, _) -> Optional.empty(), CLOCK);
        try (TypeWorld world = TypeWorld.with(handler)) {
            UUID job = world.queue
                    .enqueue(NewJob.of(MailSendHandler.TYPE, SIMPLE).withMaxAttempts(1))
                    .id();

            assertThat(world.end(job).status()).isEqualTo(JobStatus.DEAD);
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    private static GreenMail server() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    private static MailSendHandler handler(int port, @Nullable MailAttachments attachments) {
        MailSettings settings = new MailSettings(
                "127.0.0.1", port, MailSecurity.NONE, "keelson@platform.example", null, null, Duration.ofSeconds(5));
        return new MailSendHandler(settings, attachments == null ? (_, _) -> Optional.empty() : attachments, CLOCK);
    }
}
