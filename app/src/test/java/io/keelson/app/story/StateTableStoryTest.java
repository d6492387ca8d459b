package io.keelson.app.story;

import static io.keelson.app.story.StoryShops.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.app.story.StoryStates.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every operation in every state, asked of the real application. Each state is reached once; what is accepted is carried out,
 * and then taken back, so that the next one finds the state as it was.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StateTableStoryTest {
    private static final String BUSY = "OPERATION_IN_PROGRESS";
    private static final String WRONG = "WRONG_STATE";
    /** Accepted. */
    private static final String FINE = "";

    private static final Map<String, Object> REASON = Map.of("reason", "The table says so");

    private final GraphQlClient client = RunningKeelson.shared().client();
    private final StoryShops shops = new StoryShops(client);
    private final StoryStates states = new StoryStates(shops);

    /** One request, and one that takes it back, if that is needed. */
    record Deed(
            String mutation,
            Map<String, Object> input,
            @Nullable String back,
            Map<String, Object> backInput) {
        static Deed of(String mutation, Map<String, Object> input) {
            return new Deed(mutation, input, null, Map.of());
        }

        @Override
        public String toString() {
            return mutation + input;
        }
    }

    /** What is said in each state, in the order of the states. */
    private record Line(Deed deed, List<String> said) {
        static Line of(Deed deed, String... said) {
            return new Line(deed, List.of(said));
        }
    }

    private static List<Line> lines() {
        Map<String, Object> lagos = Map.of("region", StorySites.LAGOS, "reason", "Closer");
        Map<String, Object> home = Map.of("region", "local", "reason", "Back");
        // ACTIVE, SUSPENDED, FAILED, TERMINATED, PROVISIONING, BUSY, TERMINATING; what ends a state comes last.
        return List.of(
                Line.of(
                        new Deed("suspendInstance", REASON, "resumeInstance", Map.of()),
                        FINE,
                        WRONG,
                        WRONG,
                        WRONG,
                        BUSY,
                        BUSY,
                        BUSY),
                Line.of(
                        new Deed("resumeInstance", Map.of(), "suspendInstance", REASON),
                        WRONG,
                        FINE,
                        WRONG,
                        WRONG,
                        BUSY,
                        BUSY,
                        BUSY),
                Line.of(
                        Deed.of("configureInstance", Map.of("settings", Map.of("greeting", "Ahoy"))),
                        FINE,
                        WRONG,
                        WRONG,
                        WRONG,
                        BUSY,
                        BUSY,
                        BUSY),
                Line.of(
                        new Deed(
                                "scaleInstance",
                                Map.of("resources", Map.of("memory", "300Mi")),
                                "scaleInstance",
                                Map.of("resources", Map.of("memory", "310Mi"))),
                        FINE,
                        FINE,
                        WRONG,
                        WRONG,
                        BUSY,
                        BUSY,
                        BUSY),
                Line.of(Deed.of("backupInstance", Map.of()), FINE, FINE, WRONG, WRONG, BUSY, BUSY, BUSY),
                Line.of(Deed.of("restoreInstance", REASON), FINE, WRONG, WRONG, WRONG, BUSY, BUSY, BUSY),
                Line.of(
                        new Deed("migrateInstance", lagos, "migrateInstance", home),
                        FINE,
                        WRONG,
                        WRONG,
                        WRONG,
                        BUSY,
                        BUSY,
                        BUSY),
                Line.of(
                        new Deed("setMaintenance", Map.of("on", true), "setMaintenance", Map.of("on", false)),
                        FINE,
                        WRONG,
                        WRONG,
                        WRONG,
                        BUSY,
                        BUSY,
                        BUSY),
                Line.of(
                        Deed.of("setInstanceTags", Map.of("tags", List.of("tabled"))),
                        FINE,
                        FINE,
                        FINE,
                        WRONG,
                        FINE,
                        FINE,
                        WRONG),
                Line.of(
                        Deed.of("setDeletionProtection", Map.of("on", false, "reason", "The table says so")),
                        FINE,
                        FINE,
                        FINE,
                        WRONG,
                        FINE,
                        FINE,
                        WRONG),
                Line.of(Deed.of("terminateInstance", REASON), FINE, FINE, FINE, FINE, BUSY, BUSY, FINE));
    }

    static Stream<Arguments> table() {
        List<Arguments> table = new ArrayList<>();
        for (State state : State.values()) {
            for (Line line : lines()) {
                table.add(Arguments.of(state, line.deed(), line.said().get(state.ordinal())));
            }
        }
        return table.stream();
    }

    @ParameterizedTest(name = "{1} while {0}, refused: {2}")
    @MethodSource("table")
    void whatIsSaid(State state, Deed deed, String refused) {
        String shop = states.shop(state);
        Map<String, Object> input = input(deed.mutation(), deed.input(), shop, state);

        if (!refused.equals(FINE)) {
            assertThat(shops.refusal(deed.mutation(), input)
                            .path("details")
                            .path("reason")
                            .asString())
                    .isEqualTo(refused);
            return;
        }
        carryOut(deed.mutation(), input, state);
        if (deed.back() != null) {
            carryOut(deed.back(), input(deed.back(), deed.backInput(), shop, state), state);
        }
    }

    private Map<String, Object> input(String mutation, Map<String, Object> input, String shop, State state) {
        Map<String, Object> all = new HashMap<>(input);
        all.put("instanceId", shop);
        if (mutation.equals("restoreInstance")) {
            all.put("backupId", states.backup(state));
        }
        return all;
    }

    private void carryOut(String mutation, Map<String, Object> input, State state) {
        if (mutation.equals("setInstanceTags") || mutation.equals("setDeletionProtection")) {
            shops.mutate(mutation, input, "instance { id }");
        } else if (state.held()) {
            // What is being terminated already answers with the operation that does it, which is held up.
            assertThat(shops.ask(mutation, input)).startsWith("operation:");
        } else {
            JsonNode end = shops.operate(mutation, input);
            assertThat(state(end)).as("%s", end).isEqualTo("SUCCEEDED");
        }
    }

    @AfterAll
    void letEverythingEnd() {
        states.end();
    }
}
