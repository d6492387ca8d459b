package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.UUID;

/** What a failure of the file system means for an instance. */
final class FileFailure {
    private FileFailure() {}

    static DriverException of(UUID instanceId, IOException failure) {
        if (meansDiskFull(failure)) {
            return new DriverException(
                    FailureCode.DISK_FULL,
                    "The disk is full (%s). Make room, then ask for instance %s again."
                            .formatted(failure.getMessage(), instanceId),
                    failure);
        }
        if (meansNotWritable(failure)) {
            return new DriverException(
                    FailureCode.DIRECTORY_NOT_WRITABLE,
                    "%s cannot be written for instance %s (%s). Give the control plane a directory that it may write."
                            .formatted(place(failure), instanceId, reason(failure)),
                    failure);
        }
        return new DriverException(
                FailureCode.SYSTEM_ERROR,
                "The file system failed for instance %s (%s). It is tried again.".formatted(instanceId, text(failure)),
                failure);
    }

    static DriverException ofRemoval(UUID instanceId, IOException failure) {
        return new DriverException(
                FailureCode.NOT_REMOVED,
                "Something of instance %s could not be removed (%s). It is tried again."
                        .formatted(instanceId, text(failure)),
                failure);
    }

    static boolean meansDiskFull(IOException failure) {
        return meansDiskFull(String.valueOf(failure.getMessage()));
    }

    /** Whether a message of the system or of a program says that the disk is full. */
    static boolean meansDiskFull(String message) {
        String lowerCase = message.toLowerCase(Locale.ROOT);
        return lowerCase.contains("no space left on device")
                || lowerCase.contains("enospc")
                || lowerCase.contains("disk quota exceeded");
    }

    private static boolean meansNotWritable(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof AccessDeniedException
                || failure instanceof FileAlreadyExistsException
                || failure instanceof NotDirectoryException
                || message.contains("Not a directory")
                || message.contains("Read-only file system");
    }

    private static String place(IOException failure) {
        return failure instanceof FileSystemException named && named.getFile() != null
                ? named.getFile()
                : "The directory";
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "access denied";
            case FileAlreadyExistsException _ -> "it is not a directory";
            case FileSystemException named when named.getReason() != null -> named.getReason();
            default -> failure.getClass().getSimpleName();
        };
    }

    /** The failure in words, with the file it is about. */
    static String text(IOException failure) {
        return failure instanceof FileSystemException
                ? reason(failure) + ": " + place(failure)
                : String.valueOf(failure.getMessage());
    }
}
