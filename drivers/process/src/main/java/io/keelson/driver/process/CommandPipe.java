package io.keelson.driver.process;

import io.keelson.driver.CommandOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * Passes on the lines that a command prints. It is a pipe and no file, so that a command which prints without end waits for
 * us instead of filling the disk, and one whose control plane has died finds nobody to print to.
 */
final class CommandPipe implements Runnable {
    static final long MOST_BYTES = 16L << 20;

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_LINE = 4_096;
    private static final String CONTROL = "[\\p{Cntrl}&&[^\t]]";
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final InputStream in;
    private final InstanceSecrets secrets;
    private final CommandOutput output;
    private final Thread reader;
    private byte[] rest = new byte[0];
    private volatile boolean tooMuch;

    private CommandPipe(InputStream in, InstanceSecrets secrets, CommandOutput output) {
        this.in = in;
        this.secrets = secrets;
        this.output = output;
        this.reader = Thread.ofVirtual().name("command-output").unstarted(this);
    }

    /** Begins to read. */
    static CommandPipe open(InputStream in, InstanceSecrets secrets, CommandOutput output) {
        CommandPipe pipe = new CommandPipe(in, secrets, output);
        pipe.reader.start();
        return pipe;
    }

    /** Whether the command has printed more than is read; the rest is left in the pipe. */
    boolean tooMuch() {
        return tooMuch;
    }

    /** Waits a moment for what is still in the pipe of a command that has ended. */
    void awaitLastWords() throws InterruptedException {
        // Not for ever: a process that fled from the instance could keep the other end open.
        reader.join(LAST_WORDS);
    }

    @Override
    public void run() {
        try (in) {
            byte[] chunk = new byte[CHUNK];
            long bytes = 0;
            for (int read = in.read(chunk); read >= 0 && !tooMuch; read = tooMuch ? -1 : in.read(chunk)) {
                take(chunk, read);
                bytes += read;
                tooMuch = bytes > MOST_BYTES;
            }
            if (rest.length > 0) {
                pass(rest, 0, rest.length);
            }
        } catch (IOException closed) {
            // The command has ended by force; what it printed before was passed on.
        }
    }

    private void take(byte[] chunk, int length) {
        byte[] bytes = Arrays.copyOf(rest, rest.length + length);
        System.arraycopy(chunk, 0, bytes, rest.length, length);
        int begin = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' || i - begin == LONGEST_LINE) {
                pass(bytes, begin, i);
                begin = bytes[i] == '\n' ? i + 1 : i;
            }
        }
        rest = Arrays.copyOfRange(bytes, begin, bytes.length);
    }

    private void pass(byte[] bytes, int begin, int end) {
        String line = new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
        output.line(secrets.mask(line.replaceAll("\r$", "")).replaceAll(CONTROL, "?"));
    }
}
