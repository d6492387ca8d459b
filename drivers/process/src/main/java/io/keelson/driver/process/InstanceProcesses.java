package io.keelson.driver.process;

import io.keelson.driver.limit.ControlGroups;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The processes of one instance at one site. They are known by the variables they were started with, by the session they belong to and
 * by their control group, so that neither a lost record nor a child with another environment hides one.
 */
final class InstanceProcesses {
    private final ProcessTable table;
    private final ControlGroups groups;
    private final @Nullable String site;

    /** Those at a site without a mark. */
    InstanceProcesses(ProcessTable table, ControlGroups groups) {
        this(table, groups, null);
    }

    InstanceProcesses(ProcessTable table, ControlGroups groups, @Nullable String site) {
        this.table = table;
        this.groups = groups;
        this.site = site;
    }

    /** Every process of the instance. */
    Set<ProcessEntry> all(UUID instanceId) throws IOException {
        Set<Long> grouped = groups.processes(instanceId);
        return withTheirSessions(table.all(), entry -> grouped.contains(entry.pid()) || belongs(entry, instanceId));
    }

    /** The processes of one command of the instance, with what they started. */
    Set<ProcessEntry> of(UUID instanceId, String command) throws IOException {
        return withTheirSessions(
                table.all(),
                entry -> belongs(entry, instanceId)
                        && table.hasVariable(entry.pid(), LaunchedCommand.COMMAND_VARIABLE, command));
    }

    private boolean belongs(ProcessEntry entry, UUID instanceId) {
        return table.hasVariables(
                entry.pid(),
                LaunchedCommand.INSTANCE_VARIABLE,
                instanceId.toString(),
                LaunchedCommand.SITE_VARIABLE,
                site);
    }

    private static Set<ProcessEntry> withTheirSessions(List<ProcessEntry> everyone, Predicate<ProcessEntry> wanted) {
        Set<ProcessEntry> found = new HashSet<>();
        Set<Long> sessions = new HashSet<>();
        for (ProcessEntry entry : everyone) {
            if (wanted.test(entry)) {
                found.add(entry);
                if (entry.leadsItsSession()) {
                    sessions.add(entry.session());
                }
            }
        }
        everyone.stream().filter(entry -> sessions.contains(entry.session())).forEach(found::add);
        return found;
    }
}
