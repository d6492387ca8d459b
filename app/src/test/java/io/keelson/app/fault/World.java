package io.keelson.app.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What exists of instances outside of any record, each as the list of their ids, so that a double is seen. */
record World(Path home, Database database) {
    private static final Pattern OWNER = Pattern.compile("KEELSON_INSTANCE_ID=([0-9a-f-]{36})");
    private static final String UUID_OF_NAME =
            "regexp_replace(substr(%1$s, 9), '(.{8})(.{4})(.{4})(.{4})(.{12})', '\\1-\\2-\\3-\\4-\\5')";

    /** Kind of thing to the sorted ids of the instances that have one, as often as they have one. */
    Map<String, List<String>> inventory() throws IOException, SQLException {
        Map<String, List<String>> inventory = new TreeMap<>();
        inventory.put("directory", names(home.resolve("process/instances")));
        inventory.put("port", contents(home.resolve("process/ports")));
        inventory.put("database", named("datname", "pg_database"));
        inventory.put("role", named("rolname", "pg_roles"));
        inventory.put("process tree", trees());
        inventory.values().forEach(ids -> ids.sort(null));
        return inventory;
    }

    /** Control groups of the instance. */
    static List<Path> controlGroups(String uuid) throws IOException {
        Path mount = Path.of("/sys/fs/cgroup");
        if (!Files.isDirectory(mount)) {
            return List.of();
        }
        try (Stream<Path> controllers = Files.list(mount)) {
            return Stream.concat(Stream.of(mount), controllers)
                    .map(controller -> controller.resolve("keelson").resolve(uuid))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    private List<String> named(String column, String table) throws SQLException {
        return new ArrayList<>(database.strings("select %s from %s where %s like 'keelson\\_%%'"
                .formatted(UUID_OF_NAME.formatted(column), table, column)));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return new ArrayList<>(
                    entries.map(entry -> entry.getFileName().toString()).toList());
        }
    }

    private static List<String> contents(Path directory) throws IOException {
        List<String> contents = new ArrayList<>();
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.filter(
                            file -> file.getFileName().toString().matches("\\d+"))
                    .toList()) {
                contents.add(Files.readString(entry).strip());
            }
        }
        return contents;
    }

    /** One id for each process of this home whose parent does not belong to the same instance. */
    private List<String> trees() throws IOException {
        Map<Long, String> owners = new TreeMap<>();
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            for (ProcessHandle process : processes.toList()) {
                String owner = owner(process);
                if (!owner.isEmpty()) {
                    owners.put(process.pid(), owner);
                }
            }
        }
        List<String> trees = new ArrayList<>();
        owners.forEach((pid, owner) -> {
            boolean child = ProcessHandle.of(pid)
                    .flatMap(ProcessHandle::parent)
                    .filter(parent -> owner.equals(owners.get(parent.pid())))
                    .isPresent();
            if (!child) {
                trees.add(owner);
            }
        });
        return trees;
    }

    private String owner(ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            Matcher owner = OWNER.matcher(Files.readString(proc.resolve("environ"), StandardCharsets.ISO_8859_1));
            boolean ours = Files.readSymbolicLink(proc.resolve("cwd")).startsWith(home);
            return ours && owner.find() ? owner.group(1) : "";
        } catch (IOException endedOrForeign) {
            return "";
        }
    }
}
