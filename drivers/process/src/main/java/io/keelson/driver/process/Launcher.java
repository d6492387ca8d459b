package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.limit.ControlGroups;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts commands so that they outlive this process: in a session of their own, without a pipe to us, inside their
 * control group from the first instruction on. Nothing of a command is ever read by the shell: its words are arguments.
 */
final class Launcher {
    /** Name of the launching shell; a process that no longer has it has become the command itself. */
    static final String NAME = "keelson-launcher";

    private static final String SCRIPT = """
            umask 077
            groups=$1
            shift
            while [ "$groups" -gt 0 ]; do
              echo $$ > "$1" || exit 125
              shift
              groups=$((groups - 1))
            done
            exec "$@"
            """;

    private final ControlGroups groups;
    private final @Nullable String site;

    /** A launcher of a site without a mark. */
    Launcher(ControlGroups groups) {
        this(groups, null);
    }

    Launcher(ControlGroups groups, @Nullable String site) {
        this.groups = groups;
        this.site = site;
    }

    Process start(LaunchedCommand command) throws IOException, DriverException {
        PrivateFiles.makeDirectory(PrivateFiles.parentOf(command.log()));
        PrivateFiles.createIfMissing(command.log());
        return start(command, Redirect.appendTo(command.log().toFile()));
    }

    /** With a pipe to us instead of a log: for a command that need not outlive this process. */
    Process startAttached(LaunchedCommand command) throws DriverException {
        return start(command, Redirect.PIPE);
    }

    private Process start(LaunchedCommand command, Redirect output) throws DriverException {
        ProcessBuilder builder = new ProcessBuilder(words(command))
                .directory(command.directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(command.environment());
        environment.put(LaunchedCommand.INSTANCE_VARIABLE, command.instanceId().toString());
        environment.put(LaunchedCommand.COMMAND_VARIABLE, command.name());
        // A release must not be able to say that its processes are those of another site.
        environment.remove(LaunchedCommand.SITE_VARIABLE);
        if (site != null) {
            environment.put(LaunchedCommand.SITE_VARIABLE, site);
        }
        try {
            return builder.start();
        } catch (IOException failure) {
            // The system's message quotes no word of the command but the launcher's own.
            throw new DriverException(
                    FailureCode.COMMAND_FAILED,
                    "The %s command of instance %s cannot be started: %s"
                            .formatted(command.name(), command.instanceId(), failure.getMessage()),
                    failure);
        }
    }

    private List<String> words(LaunchedCommand command) {
        List<Path> entrances = groups.entrances(command.instanceId());
        List<String> words = new ArrayList<>(List.of("setsid", "/bin/sh", "-c", SCRIPT, NAME));
        words.add(Integer.toString(entrances.size()));
        entrances.forEach(entrance -> words.add(entrance.toString()));
        words.addAll(command.words());
        return words;
    }
}
