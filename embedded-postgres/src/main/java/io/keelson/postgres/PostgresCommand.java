package io.keelson.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the PostgreSQL programs. They refuse to run as root, so root runs them in a user namespace of their own
 * ({@code unshare -U}): inside they see an unknown user, outside their files still belong to root, so later runs
 * find them as they were.
 */
final class PostgresCommand {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final PostgresBinaries binaries;
    private final Path place;
    private final Path log;

    PostgresCommand(PostgresBinaries binaries, ClusterDirectory directory) {
        this.binaries = binaries;
        this.place = directory.root();
        this.log = directory.log();
    }

    /** Starts a program in a session of its own, so a Ctrl-C on the terminal does not reach it before us. */
    Process start(String program, List<String> arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("setsid"));
        words.addAll(words(program, arguments));
        return launch(words);
    }

    /** Runs a program to its end; another exit code than 0 is an error that shows the end of the log. */
    void run(String program, List<String> arguments) throws IOException {
        Process process = launch(words(program, arguments));
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new PostgresStartException(
                        "%s did not end within %d s. See %s".formatted(program, LIMIT.toSeconds(), log));
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new PostgresStartException("%s was interrupted.".formatted(program), interrupted);
        }
        if (process.exitValue() != 0) {
            throw new PostgresStartException("%s ended with code %d.%s The end of %s:%n%s"
                    .formatted(program, process.exitValue(), rootAdvice(), log, ServerLog.tail(log)));
        }
    }

    private static String rootAdvice() throws IOException {
        return PrivateFiles.rootUser()
                ? " As root it runs in a user namespace (unshare -U); where that is forbidden, use another user."
                : "";
    }

    private List<String> words(String program, List<String> arguments) throws IOException {
        List<String> words = new ArrayList<>();
        if (PrivateFiles.rootUser()) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(binaries.program(program).toString());
        words.addAll(arguments);
        return words;
    }

    private Process launch(List<String> words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }
}
