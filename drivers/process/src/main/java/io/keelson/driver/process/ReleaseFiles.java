package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.WorkloadFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Copies the files of a release. They are copied, not linked: a workload must not be able to change the original. */
final class ReleaseFiles {
    private ReleaseFiles() {}

    /** Puts one file in its place, whole and with the right digest, or not at all. */
    static void copy(InstanceSpec spec, WorkloadFile file, Path release) throws IOException, DriverException {
        Path source = source(spec, file);
        Path target = release.resolve(file.path()).normalize();
        Path directory = PrivateFiles.parentOf(target);
        PrivateFiles.makeDirectory(directory);
        requireInside(spec, file, directory, release);
        Path draft = Files.createTempFile(directory, ".draft-", null);
        try {
            String digest = copy(source, draft);
            if (file.sha256() != null && !file.sha256().equals(digest)) {
                throw unusable(spec, file, "its SHA-256 digest is %s, not %s".formatted(digest, file.sha256()));
            }
            if (Files.isExecutable(source)) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwx------"));
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Refuses a file that cannot be had or is not the right one; nothing is copied. */
    static void check(InstanceSpec spec, WorkloadFile file) throws IOException, DriverException {
        Path source = source(spec, file);
        if (file.sha256() != null) {
            String digest = digest(source);
            if (!file.sha256().equals(digest)) {
                throw unusable(spec, file, "its SHA-256 digest is %s, not %s".formatted(digest, file.sha256()));
            }
        }
    }

    private static String digest(Path source) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(source), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Path source(InstanceSpec spec, WorkloadFile file) throws DriverException {
        Path source;
        try {
            source = file.source().startsWith("file:") ? Path.of(URI.create(file.source())) : Path.of(file.source());
        } catch (IllegalArgumentException malformed) {
            throw unusable(spec, file, "\"%s\" names no file".formatted(file.source()));
        }
        if (!source.isAbsolute()) {
            throw unusable(spec, file, "\"%s\" is not absolute".formatted(file.source()));
        }
        if (!Files.isRegularFile(source) || !Files.isReadable(source)) {
            throw unusable(spec, file, source + " is missing, not a file or not readable");
        }
        return source;
    }

    // The commands of a release may have put a link where the next copy would follow it.
    private static void requireInside(InstanceSpec spec, WorkloadFile file, Path directory, Path release)
            throws IOException, DriverException {
        if (!directory.toRealPath().startsWith(release.toRealPath())) {
            throw unusable(spec, file, "its path leads out of the instance's directory");
        }
    }

    private static String copy(Path source, Path target) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(source), digest);
                OutputStream out = Files.newOutputStream(target)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static DriverException unusable(InstanceSpec spec, WorkloadFile file, String reason) {
        return new DriverException(
                FailureCode.ARTIFACT_UNUSABLE,
                "File %s of release %s %s cannot be used for instance %s: %s. Release a version with a usable file."
                        .formatted(file.path(), spec.component(), spec.version(), spec.instanceId(), reason));
    }
}
