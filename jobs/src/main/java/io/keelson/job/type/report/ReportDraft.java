package io.keelson.job.type.report;

import io.keelson.job.queue.JobFailure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** A file that is being written; it gets its name when it is whole and on the disk, or goes away. */
final class ReportDraft implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final Path draft;
    private final long mostBytes;
    private final FileChannel channel;
    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private long bytes;

    /** Makes the file. */
    ReportDraft(Path draft, long mostBytes) throws IOException {
        this.draft = draft;
        this.mostBytes = mostBytes;
        this.channel = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    /**
     * Appends text.
     *
     * @throws JobFailure REPORT_TOO_LARGE or DISK_FULL
     */
    void append(String text) throws IOException {
        byte[] part = text.getBytes(StandardCharsets.UTF_8);
        bytes += part.length;
        if (bytes > mostBytes) {
            throw new JobFailure(
                    "REPORT_TOO_LARGE",
                    "The report has more than the %d bytes that keelson.reports.max-bytes allows; filter it."
                            .formatted(mostBytes),
                    false);
        }
        digest.update(part);
        try {
            out.write(part);
        } catch (IOException failure) {
            throw named(failure);
        }
    }

    /** Gives the file its name, in place of one from an earlier try; afterwards the machine may lose its power. */
    void finish(Path target) throws IOException {
        try {
            out.flush();
            channel.force(true);
        } catch (IOException failure) {
            throw named(failure);
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(target.resolveSibling("."), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    long bytes() {
        return bytes;
    }

    /** Of all that was appended, in hexadecimal digits; ends the digest. */
    String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        // Flushing what is buffered would fail again on a full disk, and is wanted by nobody.
        channel.close();
        Files.deleteIfExists(draft);
    }

    private static IOException named(IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("no space left") || message.contains("quota")) {
            throw new JobFailure(
                    "DISK_FULL",
                    "The disk with keelson.home is full; make room. The report is tried again.",
                    true,
                    failure);
        }
        return failure;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
