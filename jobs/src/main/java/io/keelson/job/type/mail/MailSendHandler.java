package io.keelson.job.type.mail;

import io.keelson.api.error.RejectedException;
import io.keelson.job.queue.JobDefaults;
import io.keelson.job.queue.JobFailure;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.JobRetry;
import io.keelson.job.queue.RunningJob;
import io.keelson.job.type.JobJson;
import io.keelson.job.type.OwnThread;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;

/**
 * Sends an e-mail through the configured server. Every try sends a message with the same {@code Message-ID}, made of the
 * job's id: a mailbox that was given one twice, because the first answer was lost, can recognise it.
 */
public final class MailSendHandler implements JobHandler {
    /** Type of the jobs. */
    public static final String TYPE = "mail.send";

    private static final JobDefaults DEFAULTS = new JobDefaults(
            "email",
            JobRetry.DEFAULT
                    .withMaxAttempts(8)
                    .withTimeout(Duration.ofMinutes(2))
                    .withBackoff(Duration.ofSeconds(10)));

    private final MailSettings settings;
    private final MailAttachments attachments;
    private final Clock clock;

    public MailSendHandler(MailSettings settings, MailAttachments attachments, Clock clock) {
        this.settings = settings;
        this.attachments = attachments;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobDefaults defaults() {
        return DEFAULTS;
    }

    @Override
    public String payloadSchema() {
        return JobJson.schemaOf(MailSendHandler.class);
    }

    @Override
    public boolean submittable() {
        return true;
    }

    @Override
    public void validate(String payload) {
        for (String report : Objects.requireNonNull(
                JobJson.read(payload, MailSendPayload.class).reports())) {
            reportId(report);
        }
    }

    @Override
    public String run(RunningJob job) throws Exception {
        MailSendPayload mail = JobJson.readToRun(job.payload(), MailSendPayload.class);
        if (settings.host() == null) {
            throw new JobFailure("MAIL_NOT_CONFIGURED", "No mail server is configured; set keelson.mail.host.", false);
        }
        InternetAddress from = new InternetAddress(settings.from(), true);
        Session session = Session.getInstance(properties());
        MimeMessage message = MailComposition.compose(session, from, job.id(), clock.instant(), mail, files(job, mail));
        Address[] recipients = message.getAllRecipients();
        job.progress(20, "Hands the e-mail to " + settings.host());
        job.log("E-mail %s to %d recipients".formatted(message.getMessageID(), recipients.length));
        try {
            OwnThread.call("mail", () -> {
                send(session, message, recipients);
                return true;
            });
        } catch (MessagingException refused) {
            throw MailFailures.of(refused);
        }
        return JobJson.write(Map.of("messageId", message.getMessageID(), "recipients", recipients.length));
    }

    private void send(Session session, MimeMessage message, Address[] recipients) throws MessagingException {
        try (Transport transport = session.getTransport()) {
            transport.connect(settings.username(), settings.password());
            transport.sendMessage(message, recipients);
        }
    }

    private List<Path> files(RunningJob job, MailSendPayload mail) {
        List<Path> files = new ArrayList<>();
        for (String report : Objects.requireNonNull(mail.reports())) {
            files.add(attachments
                    .report(reportId(report), job.tenantId())
                    .orElseThrow(() -> new JobFailure(
                            "REPORT_NOT_FOUND",
                            "Report %s is not finished, is gone, or belongs to somebody else.".formatted(report),
                            false)));
        }
        return files;
    }

    private static UUID reportId(String text) {
        try {
            return UUID.fromString(text.startsWith("job:") ? text.substring("job:".length()) : text);
        } catch (IllegalArgumentException malformed) {
            throw RejectedException.invalid(
                    "payload.reports", "payload.reports holds something that is no id of a job.");
        }
    }

    private Properties properties() {
        String patience = Long.toString(settings.patience().toMillis());
        boolean tls = settings.security() == MailSecurity.TLS;
        boolean startTls = settings.security() == MailSecurity.STARTTLS;
        Properties properties = new Properties();
        Map.of(
                        "mail.transport.protocol", "smtp",
                        "mail.smtp.host", Objects.requireNonNull(settings.host()),
                        "mail.smtp.port", Integer.toString(settings.port()),
                        "mail.smtp.auth", Boolean.toString(settings.username() != null),
                        "mail.smtp.ssl.enable", Boolean.toString(tls),
                        "mail.smtp.starttls.required", Boolean.toString(startTls),
                        "mail.smtp.starttls.enable", Boolean.toString(startTls),
                        "mail.smtp.connectiontimeout", patience,
                        "mail.smtp.timeout", patience,
                        "mail.smtp.writetimeout", patience)
                .forEach(properties::setProperty);
        // Else the certificate's name would not be looked at.
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }
}
