package io.keelson.app.job;

import io.keelson.app.home.HomeProperties;
import io.keelson.job.supervisor.WorkerProgram;
import io.keelson.postgres.PostgresAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * This program with the settings of this node, as nothing but a worker. The database's password goes through the
 * environment, since words can be read by everybody on the machine.
 */
final class WorkerCommand implements WorkerProgram {
    /** Connections beside the one that each running job may use. */
    private static final int SPARE_CONNECTIONS = 4;

    /** Settings that a worker process has differently; given twice they would be read as a list. */
    private static final Set<String> OWN = Set.of(
            "--keelson.roles",
            "--keelson.home",
            "--keelson.workers.min-workers",
            "--keelson.workers.max-workers",
            "--keelson.database.url",
            "--keelson.database.username",
            "--keelson.database.password",
            "--keelson.database.connections",
            "--server.port",
            "--logging.file.name",
            "--logging.threshold.console");

    private final Path home;
    private final PostgresAddress database;
    private final List<String> program;
    private final List<String> settings;

    private WorkerCommand(Path home, PostgresAddress database, List<String> program, List<String> settings) {
        this.home = home;
        this.database = database;
        this.program = program;
        this.settings = settings;
    }

    /**
     * The running program.
     *
     * @param arguments with which it was started
     */
    static WorkerCommand likeThis(HomeProperties home, PostgresAddress database, int lanes, String... arguments) {
        List<String> settings = new ArrayList<>();
        for (String argument : arguments) {
            if (!OWN.contains(argument.split("=", 2)[0])) {
                settings.add(argument);
            }
        }
        settings.addAll(List.of(
                "--keelson.roles=worker",
                "--keelson.home=" + home.home(),
                "--keelson.workers.min-workers=0",
                "--keelson.workers.max-workers=0",
                "--keelson.database.connections=" + (lanes + SPARE_CONNECTIONS),
                "--server.port=0",
                "--logging.threshold.console=warn"));
        return new WorkerCommand(home.home(), database, RunningProgram.words(), settings);
    }

    @Override
    public List<String> words(UUID process, int slot, List<String> virtualMachineOptions) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(virtualMachineOptions);
        words.add("--enable-native-access=ALL-UNNAMED");
        words.addAll(program);
        words.addAll(settings);
        words.add("--logging.file.name=" + log(slot, "json"));
        return words;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "KEELSON_DATABASE_URL",
                "postgresql://%s:%d/%s".formatted(database.host(), database.port(), database.database()),
                "KEELSON_DATABASE_USERNAME",
                database.user(),
                "KEELSON_DATABASE_PASSWORD",
                database.password());
    }

    @Override
    public Path output(int slot) {
        return log(slot, "out");
    }

    private Path log(int slot, String kind) {
        return home.resolve("log").resolve("worker-%d.%s".formatted(slot, kind));
    }
}
