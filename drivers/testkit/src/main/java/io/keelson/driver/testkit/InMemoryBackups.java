package io.keelson.driver.testkit;

import io.keelson.driver.DriverException;
import io.keelson.driver.DriverStep;
import io.keelson.driver.FailureCode;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepParameter;
import io.keelson.driver.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The snapshots of an {@link InMemoryWorld}, which hold nothing but their names. Safe for several threads. */
final class InMemoryBackups {
    private final Map<UUID, List<UUID>> byInstance = new ConcurrentHashMap<>();

    DriverStep making() {
        return step(
                context -> {
                    add(source(context), backup(context));
                    return new StepResult.Done("The snapshot is there.", Map.of("backupChecksum", "none"));
                },
                context -> {
                    remove(source(context), backup(context));
                    return StepResult.done("The snapshot is gone.");
                });
    }

    DriverStep checking() {
        return step(context -> {
            requireThere(context);
            return StepResult.done("The snapshot is whole.");
        });
    }

    DriverStep expiry() {
        return step(context -> {
            int keep = Integer.parseInt(context.required(StepParameter.KEEP_BACKUPS));
            List<String> expired = new ArrayList<>();
            byInstance.computeIfPresent(context.instance().instanceId(), (id, all) -> {
                List<UUID> old = all.subList(0, Math.max(0, all.size() - keep));
                old.forEach(backup -> expired.add(backup.toString()));
                return new ArrayList<>(all.subList(old.size(), all.size()));
            });
            return new StepResult.Done(
                    expired.size() + " snapshots are gone.", Map.of("expiredBackups", String.join(",", expired)));
        });
    }

    DriverStep restoration() {
        return step(context -> {
            requireThere(context);
            return StepResult.done("The snapshot is in place.");
        });
    }

    private void add(UUID instance, UUID backup) {
        byInstance.compute(instance, (id, all) -> {
            List<UUID> more = all == null ? new ArrayList<>() : new ArrayList<>(all);
            if (!more.contains(backup)) {
                more.add(backup);
            }
            return more;
        });
    }

    private void remove(UUID instance, UUID backup) {
        byInstance.computeIfPresent(instance, (id, all) -> {
            List<UUID> fewer = new ArrayList<>(all);
            fewer.remove(backup);
            return fewer.isEmpty() ? null : fewer;
        });
    }

    private void requireThere(StepContext context) throws DriverException {
        if (!byInstance.getOrDefault(source(context), List.of()).contains(backup(context))) {
            throw new DriverException(
                    FailureCode.BACKUP_UNUSABLE, "There is no snapshot " + backup(context) + "; choose another one.");
        }
    }

    private static UUID source(StepContext context) {
        String source = context.parameters().get(StepParameter.BACKUP_OF);
        return source == null ? context.instance().instanceId() : UUID.fromString(source);
    }

    private static UUID backup(StepContext context) throws DriverException {
        return UUID.fromString(context.required(StepParameter.BACKUP_ID));
    }

    private static DriverStep step(Deed apply) {
        return step(apply, context -> StepResult.done("There is nothing to take away."));
    }

    private static DriverStep step(Deed apply, Deed remove) {
        return new DriverStep() {
            @Override
            public StepResult apply(StepContext context) throws DriverException {
                return apply.happen(context);
            }

            @Override
            public StepResult remove(StepContext context) throws DriverException {
                return remove.happen(context);
            }
        };
    }

    /** What a step does in one direction. */
    @FunctionalInterface
    private interface Deed {
        StepResult happen(StepContext context) throws DriverException;
    }
}
