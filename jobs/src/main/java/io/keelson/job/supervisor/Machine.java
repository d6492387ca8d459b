package io.keelson.job.supervisor;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** What names the place where process numbers mean something: a host, from one boot to the next. */
final class Machine {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private Machine() {}

    static String name() throws IOException {
        return InetAddress.getLocalHost().getHostName() + "/"
                + Files.readString(BOOT).strip();
    }
}
