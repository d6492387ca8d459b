package io.keelson.driver.process;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Takes bytes, counts them and knows their SHA-256 digest. Bytes for a file are on the disk when it is closed. */
final class DigestingOutput extends OutputStream {
    private final DigestOutputStream out;
    private final @Nullable FileChannel file;
    private long written;

    private DigestingOutput(OutputStream target, @Nullable FileChannel file) {
        this.out = new DigestOutputStream(target, Sha256.newDigest());
        this.file = file;
    }

    /** Writes a new private file. */
    static DigestingOutput to(Path path) throws IOException {
        PrivateFiles.makeDirectory(PrivateFiles.parentOf(path));
        PrivateFiles.createIfMissing(path);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        return new DigestingOutput(new BufferedOutputStream(Channels.newOutputStream(channel)), channel);
    }

    /** Keeps nothing but the digest. */
    static DigestingOutput toNowhere() {
        return new DigestingOutput(OutputStream.nullOutputStream(), null);
    }

    long written() {
        return written;
    }

    /** The digest of what was written so far. */
    String digest() {
        MessageDigest digest = out.getMessageDigest();
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        written++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        written += length;
    }

    @Override
    public void close() throws IOException {
        if (file == null) {
            out.close();
            return;
        }
        try (FileChannel _ = file) {
            out.flush();
            file.force(false);
        }
    }
}
