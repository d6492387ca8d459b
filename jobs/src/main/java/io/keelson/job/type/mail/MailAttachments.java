package io.keelson.job.type.mail;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Finds files to attach. */
@FunctionalInterface
public interface MailAttachments {
    /**
     * The file of a finished report, or nothing.
     *
     * @param tenantId whose report it must be
     */
    Optional<Path> report(UUID jobId, UUID tenantId);
}
