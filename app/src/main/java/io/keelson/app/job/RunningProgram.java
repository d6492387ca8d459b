package io.keelson.app.job;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** How this virtual machine was told what to run. */
final class RunningProgram {
    private static final List<String> PASSED_ON = List.of("-XX:TieredStopAtLevel=", "-Dkeelson.", "-Djava.io.tmpdir=");

    private RunningProgram() {}

    /** The words that make another virtual machine run the same: a jar, or a class path and a class. */
    static List<String> words() {
        List<String> words = new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> PASSED_ON.stream().anyMatch(option::startsWith))
                .toList());
        String main = System.getProperty("sun.java.command", "").split(" ", 2)[0];
        if (main.endsWith(".jar")) {
            words.addAll(List.of("-jar", main));
        } else {
            words.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        }
        return words;
    }
}
