package io.keelson.driver.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    private Path directory;

    @Test
    void onlyTheLastLinesOfALongLogAreTold() throws Exception {
        Path log = Files.writeString(
                directory.resolve("long.log"),
                IntStream.range(0, 100_000).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining()));

        assertThat(LogTail.of(log).lines()).hasSize(12).last().isEqualTo("line 99999");
    }

    @Test
    void theSentenceBeforeAStackIsTold() throws Exception {
        String stack = IntStream.range(0, 40)
                .mapToObj(i -> "\tat shop.Frame.of(Frame.java:" + i + ")\n")
                .collect(Collectors.joining());
        Path log = Files.writeString(
                directory.resolve("stack.log"), "java.lang.IllegalStateException: no such table\n" + stack);

        assertThat(LogTail.of(log)).isEqualTo("java.lang.IllegalStateException: no such table");
    }

    @Test
    void controlCharactersAreNotPassedOn() throws Exception {
        Path log = Files.writeString(directory.resolve("colour.log"), "\u001b[31mred\u0000\n\n");

        assertThat(LogTail.of(log)).isEqualTo("?[31mred?");
    }

    @Test
    void aLogThatDoesNotExistIsEmpty() {
        assertThat(LogTail.of(directory.resolve("absent.log"))).isEmpty();
    }

    @Test
    void aLongLogIsPutAsideAtTheNextStart() throws Exception {
        InstanceDirectory instance = new InstanceDirectory(directory);
        Path log = WorkloadLog.of(instance);
        PrivateFiles.write(log, new byte[(10 << 20) + 1]);

        WorkloadLog.open(instance);

        assertThat(log).isEmptyFile();
        assertThat(instance.log("workload.1")).hasSize((10 << 20) + 1);
    }
}
