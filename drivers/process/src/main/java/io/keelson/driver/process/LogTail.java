package io.keelson.driver.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The last lines of a log, for a message; frames of stacks are left out. */
final class LogTail {
    private static final int BYTES = 8192;
    // Frames of Java and JavaScript stacks push the sentence that matters out of sight.
    private static final Pattern FRAME = Pattern.compile("\\s+at .*|\\s*\\.\\.\\. \\d+ more");
    private static final int LINES = 12;
    private static final int CHARACTERS = 1_200;

    private LogTail() {}

    /** The last lines in one text, without control characters; empty when there is no log. */
    static String of(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - BYTES));
            byte[] bytes = new byte[BYTES];
            int read = Math.max(0, file.read(bytes));
            return lastLines(new String(bytes, 0, read, StandardCharsets.UTF_8));
        } catch (IOException noLog) {
            return "";
        }
    }

    private static String lastLines(String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !FRAME.matcher(line).matches())
                .toList();
        String last = String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        String printable = last.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?");
        return printable.substring(Math.max(0, printable.length() - CHARACTERS));
    }
}
