package io.keelson.app.story;

import static io.keelson.app.story.StoryRollouts.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A release on its way to several real shops, one of which cannot take it. */
class RolloutStoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningKeelson keelson = RunningKeelson.shared();
    private final StoryShops shops = new StoryShops(keelson.client());
    private final StoryRollouts rollouts = new StoryRollouts(keelson);

    @Test
    void aReleaseReachesAFleetInStagesStopsAtTheBadMemberAndGoesOnWhenThatIsMended() throws Exception {
        String tag = "fleet:rollout-story";
        List<String> fleet = open(tag, 4);
        List<Map<String, Object>> stages = List.of(
                stage("canary", tag, Map.of("share", "1"), Map.of("soak", "PT1S")),
                stage("rest", tag, Map.of(), Map.of("concurrency", "2", "gate", Map.of("approval", true))));
        List<String> turns = preview(stages);
        assertThat(turns).containsExactlyInAnyOrderElementsOf(fleet);
        String canary = turns.getFirst();
        String bad = turns.get(1);
        // The migration of the release meets a column that should not be there.
        keelson.tamper(bad, "alter table products add column description text");

        String rollout = rollouts.start("1.1.0", stages);
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode now = rollouts.read(rollout);
            assertThat(now.path("waitingGates")).as("%s", now).isNotEmpty();
        });
        JsonNode waiting = rollouts.read(rollout);
        assertThat(waiting.path("counts").path("succeeded").asInt()).isEqualTo(1);
        assertThat(version(canary)).isEqualTo("1.1.0");
        assertThat(waitsFor(bad)).contains("ROLLOUT");
        assertThat(keelson.client()
                        .error(
                                "mutation($input: ApproveRolloutGateInput!) { approveRolloutGate(input: $input) { rollout { id } } }",
                                Map.of("input", Map.of("rolloutId", rollout, "stage", "rest")))
                        .path("extensions")
                        .path("details")
                        .path("reason")
                        .asString())
                .isEqualTo("CONFIRMATION_MISSING");

        rollouts.approve(rollout, "rest");
        JsonNode stopped = rollouts.awaitState(rollout, "STOPPED");
        assertThat(stopped.path("reason").asString()).isEqualTo("1 of 3 members of stage \"rest\" failed; 0 may.");
        assertThat(rollouts.member(rollout, bad).path("outcome").asString()).isEqualTo("FAILED");
        assertThat(rollouts.member(rollout, bad).path("reason").asString()).isNotBlank();
        assertThat(version(bad)).isEqualTo("1.0.0");
        // What was under way beside it ends; nobody else begins.
        await().atMost(PATIENCE)
                .until(() ->
                        rollouts.read(rollout).path("counts").path("running").asInt() == 0);
        assertThat(rollouts.read(rollout).path("counts").path("pending").asInt())
                .isEqualTo(1);
        assertThat(version(turns.getLast())).isEqualTo("1.0.0");

        keelson.tamper(bad, "alter table products drop column description");
        rollouts.act("restartRollout", rollout, Map.of("retryFailed", true));
        JsonNode done = rollouts.awaitState(rollout, "COMPLETED");
        assertThat(done.path("counts").path("succeeded").asInt()).isEqualTo(4);
        assertThat(fleet).allMatch(shop -> version(shop).equals("1.1.0"));
        fleet.forEach(shops::close);
    }

    @Test
    void twoRolloutsHaveTheirTurnsOnAnInstanceOneAfterTheOther() {
        String tag = "fleet:ordered-story";
        String shop = open(tag, 1).getFirst();
        List<Map<String, Object>> held =
                List.of(stage("held", tag, Map.of(), Map.of("gate", Map.of("approval", true))));
        String older = rollouts.start("1.1.0", held);
        String younger = rollouts.start("1.1.0", List.of(stage("free", tag, Map.of(), Map.of())));
        await().atMost(PATIENCE)
                .until(() ->
                        rollouts.member(younger, shop).path("reason").asString().contains(older));
        assertThat(version(shop)).isEqualTo("1.0.0");

        rollouts.act("abortRollout", older, Map.of("reason", "The younger one does it"));
        assertThat(rollouts.member(older, shop).path("outcome").asString()).isEqualTo("SKIPPED");
        rollouts.awaitState(younger, "COMPLETED");
        assertThat(version(shop)).isEqualTo("1.1.0");
        shops.close(shop);
    }

    private List<String> open(String tag, int count) {
        List<String> fleet = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            fleet.add(shops.open("%s shop %d".formatted(tag.replace(':', ' '), number), Map.of("tags", List.of(tag))));
        }
        return fleet;
    }

    /** Whose turn would come when; nothing is changed. */
    private List<String> preview(List<Map<String, Object>> stages) {
        JsonNode preview = keelson.client()
                .data(
                        "query($input: PreviewRolloutInput!) { previewRollout(input: $input) { state size members { edges { node { instanceId startsAt outcome } } } } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "component",
                                        "storefront",
                                        "version",
                                        "1.1.0",
                                        "stages",
                                        stages,
                                        "override",
                                        List.of("APPROVAL"))))
                .path("previewRollout");
        assertThat(preview.path("state").asString()).isEqualTo("COMPLETED");
        return StoryRollouts.members(preview.path("members")).stream()
                .map(member -> member.path("instanceId").asString())
                .toList();
    }

    private List<String> waitsFor(String shop) {
        return keelson.client()
                .data("query($id: ID!) { upgradeDecision(instanceId: $id) { waitsFor } }", Map.of("id", shop))
                .path("upgradeDecision")
                .path("waitsFor")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private String version(String shop) {
        return keelson.client().instance(shop).path("version").asString();
    }
}
