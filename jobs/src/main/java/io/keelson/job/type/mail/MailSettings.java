package io.keelson.job.type.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes e-mails.
 *
 * @param host its name, or null when there is none; then jobs of this type fail
 * @param from the sender of every e-mail; a job cannot choose another
 * @param username who signs in, or null for nobody
 * @param patience how long to wait for each answer of the server
 */
public record MailSettings(
        @Nullable String host,
        int port,
        MailSecurity security,
        String from,
        @Nullable String username,
        @Nullable String password,
        Duration patience) {
    @Override
    public String toString() {
        return "MailSettings[%s:%d, %s, from %s]".formatted(host, port, security, from);
    }
}
