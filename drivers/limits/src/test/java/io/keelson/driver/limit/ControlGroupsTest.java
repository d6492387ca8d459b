package io.keelson.driver.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlGroupsTest {
    @Test
    void theSecondVersionIsToldTheLimitsInItsFiles(@TempDir Path mount) throws Exception {
        Files.writeString(mount.resolve("cgroup.controllers"), "cpu memory");
        UUID id = UUID.randomUUID();
        ControlGroups groups = ControlGroups.at(mount);

        groups.limit(id, 1_500, 64);

        assertThat(groups).isInstanceOf(ControlGroupsV2.class);
        Path parent = mount.resolve("keelson");
        Path group = parent.resolve(id.toString());
        assertThat(mount.resolve("cgroup.subtree_control")).hasContent("+cpu +memory");
        assertThat(parent.resolve("cgroup.subtree_control")).hasContent("+cpu +memory");
        assertThat(group.resolve("memory.max")).hasContent("67108864");
        assertThat(group.resolve("cpu.max")).hasContent("150000 100000");
        assertThat(groups.entrances(id)).containsExactly(group.resolve("cgroup.procs"));
    }

    @Test
    void theSecondVersionReadsWhoIsInAndWhoWasKilled(@TempDir Path mount) throws Exception {
        Files.writeString(mount.resolve("cgroup.controllers"), "cpu memory");
        UUID id = UUID.randomUUID();
        ControlGroups groups = ControlGroups.at(mount);
        groups.limit(id, 1_000, 64);
        Path group = mount.resolve("keelson").resolve(id.toString());
        Files.writeString(group.resolve("cgroup.procs"), "12\n345\n");
        Files.writeString(group.resolve("memory.events"), "oom 1\noom_kill 2\n");

        assertThat(groups.processes(id)).containsExactlyInAnyOrder(12L, 345L);
        assertThat(groups.ranOutOfMemory(id)).isTrue();
    }

    @Test
    void aMountWithoutControllersHasNoGroups(@TempDir Path mount) {
        assertThat(ControlGroups.at(mount)).isInstanceOf(NoControlGroups.class);
        assertThat(ControlGroups.at(null)).isInstanceOf(NoControlGroups.class);
    }

    @Test
    void aMachineWithoutGroupsSaysSoAndFindsNothing() throws Exception {
        ControlGroups groups = ControlGroups.at(null);
        UUID id = UUID.randomUUID();

        assertThatThrownBy(() -> groups.limit(id, 1_000, 64))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("switched off");
        assertThat(groups.entrances(id)).isEmpty();
        assertThat(groups.processes(id)).isEmpty();
        groups.remove(id);
    }
}
