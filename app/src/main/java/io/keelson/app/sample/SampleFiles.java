package io.keelson.app.sample;

import io.keelson.api.version.ArtifactFile;
import io.keelson.api.version.Artifacts;
import io.keelson.api.version.ProcessArtifact;
import io.keelson.app.home.HomeProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Puts the files of a sample release where the process driver can copy them from, and notes their digests. */
@Component
class SampleFiles {
    private static final String RESOURCE = "classpath:";

    private final HomeProperties home;

    SampleFiles(HomeProperties home) {
        this.home = home;
    }

    /** The artifacts with sources on disk. Twice: the files of the first time stay. */
    Artifacts unpack(SampleRelease release) {
        ProcessArtifact process = Objects.requireNonNull(release.artifacts().process());
        Path directory = home.resolve("artifacts")
                .resolve(release.component().value())
                .resolve(release.number().value());
        ProcessArtifact unpacked = new ProcessArtifact(
                process.files().stream().map(file -> unpack(file, directory)).toList(),
                process.prepare(),
                process.migrate(),
                process.command(),
                process.environment(),
                process.healthPath(),
                process.smokePaths(),
                process.healthTimeoutSeconds(),
                process.reverse(),
                process.metricsPath());
        return new Artifacts(unpacked, release.artifacts().configurationSchema());
    }

    private static ArtifactFile unpack(ArtifactFile file, Path directory) {
        Path target = directory.resolve(file.path());
        try {
            if (Files.notExists(target)) {
                copy(file.source().substring(RESOURCE.length()), target);
            }
            return new ArtifactFile(file.path(), target.toString(), digest(target));
        } catch (IOException e) {
            throw new UncheckedIOException("The sample's file %s cannot be written.".formatted(target), e);
        }
    }

    private static void copy(String resource, Path target) throws IOException {
        Path partial = Files.createDirectories(target.getParent()).resolve(target.getFileName() + ".partial");
        try (InputStream content = new ClassPathResource(resource).getInputStream()) {
            Files.copy(content, partial, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String digest(Path file) throws IOException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
