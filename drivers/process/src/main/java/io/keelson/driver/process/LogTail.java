package io.keelson.driver.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log, for a message. */
final class LogTail {
    private static final int BYTES = 4096;
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
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        String last = String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        String printable = last.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?");
        return printable.substring(Math.max(0, printable.length() - CHARACTERS));
    }
}
