package io.keelson.app.jobtype;

import io.keelson.job.type.mail.MailSecurity;
import io.keelson.job.type.mail.MailSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server that takes e-mails.
 *
 * @param host its name, or nothing when there is none
 * @param from the sender of every e-mail
 * @param username who signs in, or nothing
 * @param patience how long to wait for each answer of the server
 */
@ConfigurationProperties("keelson.mail")
record MailProperties(
        @Nullable String host,
        @DefaultValue("587") int port,
        @DefaultValue("STARTTLS") MailSecurity security,
        @DefaultValue("keelson@localhost") String from,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("20s") Duration patience) {
    MailSettings settings() {
        return new MailSettings(host, port, security, from, username, password, patience);
    }

    @Override
    public String toString() {
        return settings().toString();
    }
}
