package io.keelson.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs, unpacked once per version and digest of the archive. Several processes may unpack into the
 * same directory at once: each unpacks aside and the first to finish gives its copy the final name.
 */
final class PostgresBinaries {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final int DIGEST_LETTERS = 12;

    private final Path root;

    private PostgresBinaries(Path root) {
        this.root = root;
    }

    /** The programs below the parent, unpacked when they are not there yet. */
    static PostgresBinaries unpackedIn(Path parent) {
        try {
            Path target = PrivateFiles.directory(parent).resolve("binaries-%s-%s".formatted(version(), digest()));
            if (!Files.isDirectory(target)) {
                unpack(target);
            }
            return new PostgresBinaries(target);
        } catch (IOException failure) {
            throw new PostgresStartException(
                    "The PostgreSQL programs cannot be unpacked into %s: %s. Free space there or name another directory."
                            .formatted(parent, failure),
                    failure);
        }
    }

    Path program(String name) {
        return root.resolve("bin").resolve(name);
    }

    /** Tells one set of programs from another. */
    String name() {
        return root.getFileName().toString();
    }

    static String majorVersion() {
        return version().substring(0, version().indexOf('.'));
    }

    private static String version() {
        try (InputStream in = resource("binaries.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return Objects.requireNonNull(properties.getProperty("version"), "version");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String digest() throws IOException {
        try (DigestInputStream in = new DigestInputStream(resource(ARCHIVE), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest()).substring(0, DIGEST_LETTERS);
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void unpack(Path target) throws IOException {
        LOG.info("Unpacking the PostgreSQL programs into {}, once", target);
        Path draft = target.resolveSibling("unpacking-" + UUID.randomUUID());
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource(ARCHIVE))))) {
            Files.createDirectory(draft);
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, draft);
            }
            if (!Files.isDirectory(target)) {
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failure) {
            if (!Files.isDirectory(target)) {
                throw failure;
            }
        } finally {
            PrivateFiles.deleteTree(draft);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        Path path = root.resolve(entry.getName()).normalize();
        if (!path.startsWith(root)) {
            throw new IOException("the archive names a file outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static InputStream resource(String name) {
        InputStream in = PostgresBinaries.class.getResourceAsStream(name);
        if (in == null) {
            throw new PostgresStartException(
                    "The PostgreSQL programs are not on the class path (%s). They exist for Linux on x86-64; elsewhere use an external server."
                            .formatted(name));
        }
        return in;
    }
}
