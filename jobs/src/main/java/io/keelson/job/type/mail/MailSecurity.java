package io.keelson.job.type.mail;

/** How the connection to the server is kept from being read. */
public enum MailSecurity {
    /** Not at all; for a server on the same machine. */
    NONE,
    /** Begins plain and must change to TLS before anything is sent. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS
}
