package io.keelson.job.type.mail;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail to send; its sender is the platform's.
 *
 * @param to at least one address; with {@code cc} and {@code bcc} at most 50
 * @param subject one line
 * @param text plain text, or null when there is {@code html}
 * @param html an alternative to {@code text}, or null
 * @param reports ids of finished report jobs whose files are attached, at most 5
 */
record MailSendPayload(
        List<String> to,
        @Nullable List<String> cc,
        @Nullable List<String> bcc,
        @Nullable String replyTo,
        String subject,
        @Nullable String text,
        @Nullable String html,
        @Nullable List<String> reports) {
    private static final int MOST_RECIPIENTS = 50;
    private static final int MOST_REPORTS = 5;
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_SUBJECT = 200;

    MailSendPayload {
        to = List.copyOf(Require.present("payload.to", to));
        cc = cc == null ? List.of() : List.copyOf(cc);
        bcc = bcc == null ? List.of() : List.copyOf(bcc);
        reports = reports == null ? List.of() : List.copyOf(reports);
        subject = Require.text("payload.subject", subject, LONGEST_SUBJECT);
        if (text == null && html == null) {
            throw RejectedException.invalid("payload.text", "An e-mail needs text or html.");
        }
        int recipients = to.size() + cc.size() + bcc.size();
        if (to.isEmpty() || recipients > MOST_RECIPIENTS) {
            throw RejectedException.invalid(
                    "payload.to",
                    "There are %d recipients; at least one to and at most %d in all are allowed."
                            .formatted(recipients, MOST_RECIPIENTS));
        }
        if (reports.size() > MOST_REPORTS) {
            throw RejectedException.invalid(
                    "payload.reports", "At most %d reports can be attached.".formatted(MOST_REPORTS));
        }
        addresses("payload.to", to);
        addresses("payload.cc", cc);
        addresses("payload.bcc", bcc);
        addresses("payload.replyTo", replyTo == null ? List.of() : List.of(replyTo));
    }

    /** Reads addresses; a control character, and so a second header, is refused like any other nonsense. */
    static InternetAddress[] addresses(String field, List<String> texts) {
        return texts.stream().map(text -> address(field, text)).toArray(InternetAddress[]::new);
    }

    private static InternetAddress address(String field, String text) {
        String clean = Require.text(field, text, LONGEST_ADDRESS);
        try {
            InternetAddress address = new InternetAddress(clean, true);
            if (address.getAddress().indexOf('@') > 0 && !address.isGroup()) {
                // Names of people are read as they are written, and must be encoded before they are sent.
                address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
                return address;
            }
        } catch (AddressException | UnsupportedEncodingException malformed) {
            // Refused below, without repeating what was sent.
        }
        throw RejectedException.invalid(field, "%s holds something that is no e-mail address.".formatted(field));
    }
}
