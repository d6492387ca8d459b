package io.keelson.driver.process;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Copies a tree of files into a snapshot and back. Links are kept as links and never followed. */
final class FilesSnapshot {
    private FilesSnapshot() {}

    /** Copies what is there; what vanishes meanwhile was not there. Pipes and sockets have no content and are left out. */
    static List<FileContent> write(Path source, Path target) throws IOException {
        List<FileContent> contents = new ArrayList<>();
        PrivateFiles.makeDirectory(target);
        if (Files.isDirectory(source)) {
            Files.walkFileTree(source, new Copy(source, target, contents));
        }
        return contents;
    }

    /** Puts the content of a snapshot into an empty directory. */
    static void read(List<FileContent> contents, Path snapshot, Path target) throws IOException {
        PrivateFiles.makeDirectory(target);
        for (FileContent content : contents) {
            Path place = inside(target, content);
            PrivateFiles.makeDirectory(PrivateFiles.parentOf(place));
            if (content.link() != null) {
                Files.createSymbolicLink(place, Path.of(content.link()));
            } else if (content.directory()) {
                PrivateFiles.makeDirectory(place);
            } else {
                Files.copy(inside(snapshot, content), place);
                Files.setPosixFilePermissions(
                        place, PosixFilePermissions.fromString(content.executable() ? "rwx------" : "rw-------"));
            }
        }
    }

    static Path inside(Path directory, FileContent content) throws IOException {
        Path place = directory.resolve(content.path()).normalize();
        if (!place.startsWith(directory) || place.equals(directory)) {
            throw new IOException("The path " + content.path() + " leads out of the snapshot");
        }
        return place;
    }

    private static final class Copy extends SimpleFileVisitor<Path> {
        private final Path source;
        private final Path target;
        private final List<FileContent> contents;

        private Copy(Path source, Path target, List<FileContent> contents) {
            this.source = source;
            this.target = target;
            this.contents = contents;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            if (!directory.equals(source)) {
                contents.add(new FileContent(name(directory), true, 0, "", false, null));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            try {
                if (attributes.isSymbolicLink()) {
                    String link = Files.readSymbolicLink(file).toString();
                    contents.add(new FileContent(name(file), false, 0, "", false, link));
                } else if (attributes.isRegularFile()) {
                    contents.add(copied(file));
                }
            } catch (NoSuchFileException vanished) {
                return FileVisitResult.CONTINUE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        private FileContent copied(Path file) throws IOException {
            Path copy = target.resolve(name(file));
            try (DigestingOutput out = DigestingOutput.to(copy)) {
                Files.copy(file, out);
                return new FileContent(name(file), false, out.written(), out.digest(), Files.isExecutable(file), null);
            }
        }

        private String name(Path file) {
            return source.relativize(file).toString();
        }
    }
}
