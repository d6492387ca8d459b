package io.keelson.job.type.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** A message whose id is given, so that a second try is the same message to whoever keeps it. */
final class MailMessage extends MimeMessage {
    private final String id;

    MailMessage(Session session, String id) {
        super(session);
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
