package io.keelson.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The place for snapshots is a file system of its own that fills up in the middle of one. */
class FullDiskStoryTest {
    private static final Logger LOG = LoggerFactory.getLogger(FullDiskStoryTest.class);

    private final RunningKeelson keelson = RunningKeelson.shared();
    private final StoryShops shops = new StoryShops(keelson.client());

    @Test
    void aBackupThatFillsTheDiskFailsByNameLeavesNothingAndTheShopServesOn() throws Exception {
        String shop = shops.open("full shelves " + UUID.randomUUID(), Map.of());
        String inserted = keelson.inDatabase(
                shop,
                "with added as (insert into products (name, price)"
                        + " select md5(n::text), 1 from generate_series(1, 40000) n returning 1)"
                        + " select count(*) from added");
        assertThat(inserted).isEqualTo("40000");
        Path snapshots = Files.createDirectories(keelson.home().resolve("backups"));
        boolean mounted = ran("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", snapshots.toString());
        if (!mounted) {
            shops.close(shop);
            LOG.warn(
                    "NOT TESTED: a disk that fills up during a backup, because this user may not mount a file system.");
        }
        assumeTrue(mounted, "needs the right to mount");
        try {
            JsonNode end = shops.operate("backupInstance", Map.of("instanceId", shop));

            assertThat(StoryShops.state(end)).as("%s", end).isEqualTo("ROLLED_BACK");
            assertThat(end.path("message").asString()).contains("The disk is full", "is as it was before");
            JsonNode step = end.path("steps").get(0);
            assertThat(step.path("name").asString()).isEqualTo("BACKUP");
            assertThat(end.path("steps").valueStream().map(each -> each.at("/error/code")
                            .asString("")))
                    .contains("DISK_FULL");
            assertThat(within(snapshots)).as("left of the snapshot").isEmpty();
            JsonNode instance = keelson.client().instance(shop);
            assertThat(instance.path("status").asString()).isEqualTo("ACTIVE");
            assertThat(instance.path("activeOperation").isNull()).isTrue();
            assertThat(keelson.client()
                            .get(instance.path("url").asString() + "/")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(shops.read(shop, "backups { id }").path("backups")).isEmpty();
        } finally {
            assertThat(ran("umount", snapshots.toString())).isTrue();
        }

        JsonNode again = shops.operate("backupInstance", Map.of("instanceId", shop));
        assertThat(StoryShops.state(again)).as("%s", again).isEqualTo("SUCCEEDED");
        shops.close(shop);
    }

    private static List<Path> within(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(path -> !path.equals(directory)).toList();
        }
    }

    private static boolean ran(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
