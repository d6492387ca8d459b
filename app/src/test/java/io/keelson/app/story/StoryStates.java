package io.keelson.app.story;

import static io.keelson.app.story.StoryShops.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A shop in each state, made when it is first asked for. What would pass by is held up by a queue that stands still, so those
 * states are asked for last.
 */
final class StoryStates {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String QUEUE = "provisioning";

    /** Where an instance is; from PROVISIONING on, it is held there. */
    enum State {
        ACTIVE,
        SUSPENDED,
        FAILED,
        TERMINATED,
        PROVISIONING,
        BUSY,
        TERMINATING;

        boolean held() {
            return ordinal() >= PROVISIONING.ordinal();
        }
    }

    private final StoryShops shops;
    private final Map<State, String> ids = new EnumMap<>(State.class);
    private final List<String> pending = new ArrayList<>();

    StoryStates(StoryShops shops) {
        this.shops = shops;
    }

    String shop(State state) {
        if (!ids.containsKey(state)) {
            if (state.held()) {
                hold();
            } else {
                ids.put(state, make(state));
            }
        }
        return ids.get(state);
    }

    /** A backup of the shop, or the id of none where it has none. */
    String backup(State state) {
        var backups = shops.read(shop(state), "backups { id }").path("backups");
        return backups.isEmpty()
                ? "backup:" + new UUID(1, 1)
                : backups.get(0).path("id").asString();
    }

    private String make(State state) {
        return switch (state) {
            case SUSPENDED -> {
                String shop = shops.open("table suspended", Map.of());
                shops.operate("suspendInstance", Map.of("instanceId", shop, "reason", "The table says so"));
                yield shop;
            }
            case FAILED -> {
                var sick = shops.client().provision("table failed", "1.2.0");
                shops.client().awaitEnd(sick.path("operation").path("id").asString(), PATIENCE);
                yield sick.path("instance").path("id").asString();
            }
            case TERMINATED -> {
                String shop = shops.open("table terminated", Map.of());
                shops.close(shop);
                yield shop;
            }
            default -> shops.open("table active", Map.of());
        };
    }

    /** Makes the states that would pass by, all at once. */
    private void hold() {
        String busy = shops.open("table busy", Map.of());
        String leaving = shops.open("table terminating", Map.of());
        shops.mutate("pauseQueue", Map.of("queue", QUEUE, "reason", "The table holds states"), "queue { name }");
        var provisioning = shops.client().provision("table provisioning", "1.0.0");
        pending.add(provisioning.path("operation").path("id").asString());
        pending.add(shops.ask("backupInstance", Map.of("instanceId", busy)));
        pending.add(shops.ask("terminateInstance", Map.of("instanceId", leaving, "reason", "The table says so")));
        ids.put(State.PROVISIONING, provisioning.path("instance").path("id").asString());
        ids.put(State.BUSY, busy);
        ids.put(State.TERMINATING, leaving);
    }

    /** Lets everything go on that was held up, and waits for it. */
    void end() {
        shops.mutate("resumeQueue", Map.of("queue", QUEUE), "queue { name }");
        for (String operation : pending) {
            assertThat(state(shops.client().awaitEnd(operation, PATIENCE))).isEqualTo("SUCCEEDED");
        }
    }
}
