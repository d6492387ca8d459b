package io.keelson.job.type.command;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import io.keelson.api.instance.InstanceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command to run in an instance.
 *
 * @param instanceId the instance, or null for the one that the job belongs to
 * @param command program and arguments; no shell reads them
 * @param directory where it runs, relative to the files of the release, or null for their root
 */
record InstanceCommandPayload(
        @Nullable InstanceId instanceId,
        List<String> command,
        @Nullable String directory) {
    private static final int MOST_WORDS = 100;
    private static final int MOST_CHARACTERS = 32_768;
    private static final int LONGEST_DIRECTORY = 500;

    InstanceCommandPayload {
        command = List.copyOf(Require.present("payload.command", command));
        if (command.isEmpty()
                || command.size() > MOST_WORDS
                || command.getFirst().isBlank()) {
            throw RejectedException.invalid(
                    "payload.command", "payload.command must have 1 to %d words.".formatted(MOST_WORDS));
        }
        int characters = command.stream().mapToInt(String::length).sum();
        if (characters > MOST_CHARACTERS || command.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
            throw RejectedException.invalid(
                    "payload.command",
                    "payload.command may have %d characters in all, none of them NUL.".formatted(MOST_CHARACTERS));
        }
        if (directory != null && !directory.isEmpty()) {
            directory = Require.text("payload.directory", directory, LONGEST_DIRECTORY);
        }
    }
}
