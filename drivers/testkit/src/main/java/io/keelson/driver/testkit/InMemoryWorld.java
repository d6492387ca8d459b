package io.keelson.driver.testkit;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceCommand;
import io.keelson.driver.StepContext;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What in-memory drivers act upon. It outlives a driver object as real infrastructure does, remembers every call, and
 * takes interferences from a test. Safe for several threads.
 */
public final class InMemoryWorld {
    private final Map<UUID, Set<DriverStepKind>> things = new ConcurrentHashMap<>();
    private final Map<DriverStepKind, Deque<Interference>> applyScript = new EnumMap<>(DriverStepKind.class);
    private final Map<DriverStepKind, Deque<Interference>> removeScript = new EnumMap<>(DriverStepKind.class);
    private final List<StepCall> calls = new CopyOnWriteArrayList<>();
    private final List<InstanceCommand> commands = new CopyOnWriteArrayList<>();
    private final Set<UUID> sick = ConcurrentHashMap.newKeySet();
    private final InMemoryBackups backups;

    public InMemoryWorld() {
        this(new InMemoryBackups());
    }

    private InMemoryWorld(InMemoryBackups backups) {
        this.backups = backups;
    }

    /** Another place, which shares nothing with this one but the backups. */
    public InMemoryWorld beside() {
        return new InMemoryWorld(backups);
    }

    /** Lets the next {@code times} calls of {@code apply} of a step fail. */
    public void failApply(DriverStepKind step, FailureCode code, int times) {
        for (int i = 0; i < times; i++) {
            interfereWithApply(step, Interference.failure(code));
        }
    }

    /** Lets the next {@code times} calls of {@code remove} of a step fail. */
    public void failRemove(DriverStepKind step, FailureCode code, int times) {
        for (int i = 0; i < times; i++) {
            interfereWithRemove(step, Interference.failure(code));
        }
    }

    /** Interferes with one call of {@code apply}, after those that were scripted before. */
    public void interfereWithApply(DriverStepKind step, Interference interference) {
        script(applyScript, step, interference);
    }

    /** Interferes with one call of {@code remove}, after those that were scripted before. */
    public void interfereWithRemove(DriverStepKind step, Interference interference) {
        script(removeScript, step, interference);
    }

    /** Every call so far, in order. */
    public List<StepCall> calls() {
        return List.copyOf(calls);
    }

    /** Every command that was run, in order. */
    public List<InstanceCommand> commands() {
        return List.copyOf(commands);
    }

    /** What exists of an instance: the steps that were applied and not removed. */
    public Set<DriverStepKind> thingsOf(UUID instanceId) {
        Set<DriverStepKind> present = EnumSet.noneOf(DriverStepKind.class);
        present.addAll(things.getOrDefault(instanceId, Set.of()));
        return present;
    }

    /** The instances of which anything exists. */
    public Collection<UUID> instances() {
        return List.copyOf(things.keySet());
    }

    /** Lets something of an instance vanish, as if somebody had taken it away by hand. */
    public void lose(UUID instanceId, DriverStepKind thing) {
        takeAway(instanceId, thing);
    }

    /** Whether the instance answers as it should not. */
    public void setSick(UUID instanceId, boolean is) {
        if (is) {
            sick.add(instanceId);
        } else {
            sick.remove(instanceId);
        }
    }

    boolean isSick(UUID instanceId) {
        return sick.contains(instanceId);
    }

    InMemoryBackups backups() {
        return backups;
    }

    void enter(StepContext context, DriverStepKind step, boolean removal) throws DriverException, InterruptedException {
        calls.add(new StepCall(context.instance().instanceId(), step, removal, context.operationId()));
        Interference interference = next(removal ? removeScript : applyScript, step);
        if (interference != null) {
            interference.happen(context);
        }
    }

    void ran(InstanceCommand command) {
        commands.add(command);
    }

    void make(UUID instanceId, DriverStepKind step) {
        things.computeIfAbsent(instanceId, id -> ConcurrentHashMap.newKeySet()).add(step);
    }

    void takeAway(UUID instanceId, DriverStepKind step) {
        things.computeIfPresent(instanceId, (id, present) -> {
            present.remove(step);
            return present.isEmpty() ? null : present;
        });
    }

    private static void script(
            Map<DriverStepKind, Deque<Interference>> script, DriverStepKind step, Interference interference) {
        synchronized (script) {
            script.computeIfAbsent(step, kind -> new ArrayDeque<>()).add(interference);
        }
    }

    private static @Nullable Interference next(Map<DriverStepKind, Deque<Interference>> script, DriverStepKind step) {
        synchronized (script) {
            Deque<Interference> waiting = script.get(step);
            return waiting == null ? null : waiting.poll();
        }
    }
}
