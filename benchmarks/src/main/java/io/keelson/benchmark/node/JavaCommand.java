package io.keelson.benchmark.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How {@code ./keelson run} starts a JVM. */
public final class JavaCommand {
    private JavaCommand() {}

    /** The running JDK with the usual flags, then {@code arguments}. */
    public static List<String> of(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(executable(), "-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The program itself. */
    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
