package io.keelson.job.type.mail;

import io.keelson.job.queue.JobFailure;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What a refusal of the server means: SMTP itself says by the first digit whether to come back (RFC 5321, 4.2.1). */
final class MailFailures {
    private static final int PERMANENT = 500;

    private MailFailures() {}

    static JobFailure of(MessagingException failure) {
        for (Exception cause = failure; cause instanceof MessagingException next; cause = next.getNextException()) {
            if (cause instanceof AuthenticationFailedException) {
                return new JobFailure(
                        "MAIL_SIGN_IN_REFUSED",
                        "The mail server refused to sign Keelson in; check keelson.mail.username and .password.",
                        false,
                        failure);
            }
            int status = status(next);
            if (status >= PERMANENT) {
                return new JobFailure(
                        "MAIL_REFUSED",
                        "The mail server refused the e-mail for good, with status %d. Asking again would not help."
                                .formatted(status),
                        false,
                        failure);
            }
        }
        return new JobFailure(
                "MAIL_NOT_TAKEN",
                "The mail server did not take the e-mail (%s)."
                        .formatted(failure.getClass().getSimpleName()),
                true,
                failure);
    }

    private static int status(MessagingException failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }
}
