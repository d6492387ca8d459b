package io.keelson.job.type.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a payload into a message. */
final class MailComposition {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private MailComposition() {}

    static MimeMessage compose(
            Session session, InternetAddress from, UUID jobId, Instant now, MailSendPayload mail, List<Path> files)
            throws MessagingException, IOException {
        MailMessage message = new MailMessage(session, id(jobId, from));
        message.setFrom(from);
        message.setRecipients(RecipientType.TO, MailSendPayload.addresses("payload.to", mail.to()));
        message.setRecipients(RecipientType.CC, MailSendPayload.addresses("payload.cc", list(mail.cc())));
        message.setRecipients(RecipientType.BCC, MailSendPayload.addresses("payload.bcc", list(mail.bcc())));
        if (mail.replyTo() != null) {
            message.setReplyTo(MailSendPayload.addresses("payload.replyTo", List.of(mail.replyTo())));
        }
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        setContent(message, mail, files);
        message.saveChanges();
        return message;
    }

    /** The same for every try of a job. */
    static String id(UUID jobId, InternetAddress from) {
        String address = from.getAddress();
        return "<job.%s@%s>".formatted(jobId, address.substring(address.indexOf('@') + 1));
    }

    private static void setContent(MimeMessage message, MailSendPayload mail, List<Path> files)
            throws MessagingException, IOException {
        if (files.isEmpty() && mail.html() == null) {
            message.setText(mail.text(), UTF_8);
            return;
        }
        if (files.isEmpty()) {
            message.setContent(alternatives(mail));
            return;
        }
        MimeMultipart mixed = new MimeMultipart("mixed");
        MimeBodyPart words = new MimeBodyPart();
        words.setContent(alternatives(mail));
        mixed.addBodyPart(words);
        for (Path file : files) {
            MimeBodyPart attachment = new MimeBodyPart();
            attachment.attachFile(file.toFile(), "text/csv; charset=utf-8", "base64");
            attachment.setFileName("report-" + file.getFileName());
            mixed.addBodyPart(attachment);
        }
        message.setContent(mixed);
    }

    private static Multipart alternatives(MailSendPayload mail) throws MessagingException {
        MimeMultipart alternatives = new MimeMultipart("alternative");
        if (mail.text() != null) {
            MimeBodyPart text = new MimeBodyPart();
            text.setText(mail.text(), UTF_8);
            alternatives.addBodyPart(text);
        }
        if (mail.html() != null) {
            MimeBodyPart html = new MimeBodyPart();
            html.setText(mail.html(), UTF_8, "html");
            alternatives.addBodyPart(html);
        }
        return alternatives;
    }

    private static List<String> list(@Nullable List<String> addresses) {
        return Objects.requireNonNullElse(addresses, List.of());
    }
}
