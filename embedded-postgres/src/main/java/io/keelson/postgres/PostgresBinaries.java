package io.keelson.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs, unpacked once per version and checksum of the archive. Several processes may unpack into the
 * same directory at once: each unpacks aside and the first to finish gives its copy the final name.
 */
final class PostgresBinaries {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final String DRAFT = "unpacking-";
    private static final Duration LONGEST_UNPACKING = Duration.ofMinutes(10);

    private final Path root;

    private PostgresBinaries(Path root) {
        this.root = root;
    }

    /** The programs below the parent, unpacked when they are not there yet. */
    static PostgresBinaries unpackedIn(Path parent) {
        try {
            Path home = PrivateFiles.directory(parent);
            Path target = home.resolve("binaries-%s-%s".formatted(version(), checksum()));
            if (!Files.isDirectory(target)) {
                removeAbandonedDrafts(home);
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

    /** The checksum is read from the jar's directory, because reading the whole archive costs each start 150 ms. */
    private static String checksum() throws IOException {
        URLConnection archive = found(ARCHIVE).openConnection();
        long checksum =
                archive instanceof JarURLConnection jar ? jar.getJarEntry().getCrc() : archive.getContentLengthLong();
        return Long.toHexString(checksum);
    }

    private static void unpack(Path target) throws IOException {
        LOG.info("Unpacking the PostgreSQL programs into {}, once", target);
        Path draft = Files.createDirectory(target.resolveSibling(DRAFT + UUID.randomUUID()));
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource(ARCHIVE))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, draft);
            }
            PrivateFiles.publish(draft, target);
        } catch (IOException failure) {
            // A rename that failed because another process was first is no failure.
            if (!Files.isDirectory(target)) {
                throw failure;
            }
        } finally {
            PrivateFiles.deleteTree(draft);
        }
    }

    private static void removeAbandonedDrafts(Path parent) throws IOException {
        FileTime abandoned = FileTime.from(Clock.systemUTC().instant().minus(LONGEST_UNPACKING));
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(parent, DRAFT + "*")) {
            for (Path draft : drafts) {
                if (Files.getLastModifiedTime(draft).compareTo(abandoned) < 0) {
                    PrivateFiles.deleteTree(draft);
                }
            }
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
            try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static InputStream resource(String name) throws IOException {
        return found(name).openStream();
    }

    private static URL found(String name) {
        URL url = PostgresBinaries.class.getResource(name);
        if (url == null) {
            throw new PostgresStartException(
                    "The PostgreSQL programs are not on the class path (%s). They exist for Linux on x86-64; elsewhere use an external server."
                            .formatted(name));
        }
        return url;
    }
}
