package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.operation.query.GetOperations;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutGroup;
import io.keelson.api.rollout.RolloutPlace;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.RolloutStage;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.command.ApproveRolloutGate;
import io.keelson.api.rollout.command.RestartRollout;
import io.keelson.api.rollout.command.StartRollout;
import io.keelson.api.rollout.query.FindRolloutMembers;
import io.keelson.api.rollout.query.FindRollouts;
import io.keelson.api.rollout.query.PreviewRollout;
import io.keelson.api.rollout.query.RolloutView;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.fixture.RolloutFixtures;
import io.keelson.fixture.VersionFixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RolloutTest {
    private static final String START = """
            mutation($input: StartRolloutInput!) { startRollout(input: $input) { rollout {
              id component version state size stage stages { name concurrency soak groups { name share } }
              counts { pending running succeeded failed skipped } createdBy } } }""";
    private static final String PREVIEW = """
            query($input: PreviewRolloutInput!) { previewRollout(input: $input) {
              state size endsAt counts { succeeded failed } stages { name size opensAt }
              members(first: 2) { totalCount pageInfo { hasNextPage endCursor }
                edges { cursor node { instanceId stage group outcome startsAt endsAt instance { id } } } } } }""";

    private final TestApi api = new TestApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void leastInputStartsWithACanary() {
        TestApi.Reply reply = start(Map.of()).withoutErrors();

        StartRollout command = api.platform.sent(StartRollout.class);
        assertThat(command.members()).isEqualTo(RolloutFixtures.members());
        assertThat(command.spec().patience()).isEqualTo(RolloutSpec.PATIENCE);
        assertThat(command.spec().stages()).extracting(RolloutStage::name).containsExactly("canary", "early", "rest");
        Map<String, Object> rollout = reply.at("$.data.startRollout.rollout");
        assertThat(rollout)
                .containsEntry("id", command.rolloutId().toString())
                .containsEntry("version", "1.1.0")
                .containsEntry("stage", "canary")
                .containsEntry("counts", Map.of("pending", 2, "running", 1, "succeeded", 0, "failed", 0, "skipped", 0));
        assertThat(reply.<List<String>>at("$.data.startRollout.rollout.stages[*].concurrency"))
                .containsExactly("1", "25%", "10%");
        assertThat(reply.<List<String>>at("$.data.startRollout.rollout.stages[*].groups[0].share"))
                .containsExactly("1", "10%", null);
    }

    @Test
    void everythingThatIsSaidIsInTheCommand() {
        Map<String, Object> group = Map.of(
                "name", "lagos",
                "tags", List.of("env:test"),
                "region", "ng-lagos-1",
                "partnerId", "partner:00000000-0000-4000-8000-000000000001",
                "tenantId", "tenant:00000000-0000-4000-8000-000000000002",
                "share", "50%",
                "concurrency", "1",
                "failureBudget", "2",
                "gate", Map.of("notBefore", "2026-03-03T12:00:00Z"));
        Map<String, Object> stage = Map.of(
                "name", "all",
                "groups", List.of(group),
                "concurrency", "25%",
                "failureBudget", "10%",
                "exactBudget", true,
                "minimumSuccesses", "90%",
                "gate", Map.of("approval", true),
                "soak", "PT1H");

        start(Map.of(
                        "stages",
                        List.of(stage, Map.of("name", "rest")),
                        "patience",
                        "P1D",
                        "override",
                        List.of("WINDOW"),
                        "reason",
                        "It closes a hole"))
                .withoutErrors();

        RolloutSpec spec = api.platform.sent(StartRollout.class).spec();
        assertThat(spec.patience()).isEqualTo(Duration.ofDays(1));
        assertThat(spec.overrides()).containsExactly(UpgradeRule.WINDOW);
        RolloutStage all = spec.stages().getFirst();
        assertThat(all.toString())
                .contains("concurrency=25%", "failureBudget=10%", "exactBudget=true", "minimumSuccesses=90%");
        assertThat(all.gate().approval()).isTrue();
        assertThat(all.soak()).isEqualTo(Duration.ofHours(1));
        RolloutGroup lagos = all.groups().getFirst();
        assertThat(lagos.selector().share()).hasToString("50%");
        assertThat(lagos.selector().region()).hasToString("ng-lagos-1");
        assertThat(lagos.gate().notBefore()).isEqualTo(RolloutFixtures.NOON);
        RolloutStage rest = spec.stages().getLast();
        assertThat(rest.concurrency()).hasToString("50");
        assertThat(rest.groups()).singleElement().extracting(RolloutGroup::name).isEqualTo("all");
        assertThat(api.platform.metadata)
                .anySatisfy(context -> assertThat(context).containsEntry(RequestContext.REASON, "It closes a hole"));
    }

    @Test
    void badInputNamesItsPlace() {
        Map<String, Object> rest = Map.of("name", "rest");
        assertThat(fieldOf(Map.of("stages", List.of()))).isEqualTo("stages");
        assertThat(fieldOf(Map.of("stages", List.of(rest, rest)))).isEqualTo("stages");
        assertThat(fieldOf(Map.of("component", "nobodys"))).isEqualTo("stages");
        assertThat(fieldOf(Map.of("component", "Not a name"))).isEqualTo("component");
        assertThat(fieldOf(Map.of("version", "newest"))).isEqualTo("version");
        assertThat(fieldOf(Map.of("patience", "PT1S"))).isEqualTo("patience");
        assertThat(fieldOf(Map.of("override", List.of("STATUS")))).isEqualTo("override");
        assertThat(fieldOf(Map.of("reason", " "))).isEqualTo("reason");
        assertThat(fieldOfStage(Map.of("name", ""))).isEqualTo("stages[1].name");
        assertThat(fieldOfStage(Map.of("concurrency", "110%"))).isEqualTo("stages[1].concurrency");
        assertThat(fieldOfStage(Map.of("failureBudget", "-1"))).isEqualTo("stages[1].failureBudget");
        assertThat(fieldOfStage(Map.of("minimumSuccesses", "most"))).isEqualTo("stages[1].minimumSuccesses");
        assertThat(fieldOfStage(Map.of("soak", "P31D"))).isEqualTo("stages[1].soak");
        assertThat(fieldOfStage(Map.of("groups", List.of()))).isEqualTo("stages[1].groups");
        assertThat(fieldOfGroup(Map.of("concurrency", "1.5"))).isEqualTo("stages[1].groups[1].concurrency");
        assertThat(fieldOfGroup(Map.of("share", "101%"))).isEqualTo("stages[1].groups[1].share");
        assertThat(fieldOfGroup(Map.of("tags", List.of("No Tag")))).isEqualTo("stages[1].groups[1].tags");
        assertThat(fieldOfGroup(Map.of("region", "../etc"))).isEqualTo("stages[1].groups[1].region");
        assertThat(fieldOfGroup(Map.of("partnerId", "tenant:1"))).isEqualTo("stages[1].groups[1].partnerId");
        assertThat(fieldOfGroup(Map.of("name", "first"))).isEqualTo("stages[1].groups");
        assertThat(api.platform.commands).isEmpty();
    }

    @Test
    void aRolloutIsHeldOpenedRestartedAndEnded() {
        String id = rollout(List.of(RolloutPlace.ofStage(1), new RolloutPlace(1, 0)));

        TestApi.Reply gates = api.ask(
                        "query($id: ID!) { rollout(id: $id) { waitingGates { stage group } } }", Map.of("id", id))
                .withoutErrors();
        TestApi.Reply reply = api.ask("""
                mutation($id: ID!) {
                  approveRolloutGate(input: { rolloutId: $id, stage: "rest", group: "lagos" }) { rollout { state } }
                  pauseRollout(input: { rolloutId: $id }) { rollout { state } }
                  resumeRollout(input: { rolloutId: $id }) { rollout { state } }
                  restartRollout(input: { rolloutId: $id, retryFailed: true }) { rollout { state } }
                  abortRollout(input: { rolloutId: $id, reason: "Enough" }) { rollout { state reason } }
                }""", Map.of("id", id)).withoutErrors();

        Map<String, Object> whole = new HashMap<>(Map.of("stage", "rest"));
        whole.put("group", null);
        assertThat(gates.<List<Object>>at("$.data.rollout.waitingGates"))
                .containsExactly(whole, Map.of("stage", "rest", "group", "lagos"));
        assertThat(api.platform.sent(ApproveRolloutGate.class).group()).isEqualTo("lagos");
        assertThat(api.platform.sent(RestartRollout.class).retryFailed()).isTrue();
        assertThat(reply.<String>at("$.data.pauseRollout.rollout.state")).isEqualTo("PAUSED");
        assertThat(reply.<Map<String, Object>>at("$.data.abortRollout.rollout"))
                .isEqualTo(Map.of("state", "ABORTED", "reason", "Enough"));
    }

    @Test
    void aRolloutThatIsNotThereIsNotFound() {
        Map<String, Object> id = Map.of("id", RolloutFixtures.ROLLOUT_ID.toString());
        TestApi.Reply paused =
                api.ask("mutation($id: ID!) { pauseRollout(input: { rolloutId: $id }) { rollout { id } } }", id);

        assertThat(paused.<String>at("$.errors[0].extensions.code")).isEqualTo("NOT_FOUND");
        assertThat(api.ask("query($id: ID!) { rollout(id: $id) { id } }", id)
                        .withoutErrors()
                        .<Object>at("$.data.rollout"))
                .isNull();
        assertThat(api.ask("{ rollout(id: \"rollout:1\") { id } }").<String>at("$.errors[0].extensions.details.field"))
                .isEqualTo("id");
    }

    @Test
    void membersAreReadWithTheirPlacesAndOneQueryPerRelation() {
        String id = rollout(List.of());

        TestApi.Reply reply = api.ask("""
                query($id: ID!) { rollout(id: $id) {
                  members(first: 5) { totalCount edges { node {
                    instanceId stage group outcome operationId instance { id } operation { id } } } }
                  waiting: members(outcome: PENDING, stage: "rest") { totalCount } } }""", Map.of("id", id)).withoutErrors();

        assertThat(reply.<List<String>>at("$.data.rollout.members.edges[*].node.group"))
                .containsExactly("tests", "lagos", "others");
        assertThat(reply.<List<String>>at("$.data.rollout.members.edges[*].node.outcome"))
                .containsExactly("RUNNING", "PENDING", "PENDING");
        assertThat(reply.<Integer>at("$.data.rollout.waiting.totalCount")).isEqualTo(2);
        assertThat(api.platform.queries)
                .filteredOn(GetInstances.class::isInstance)
                .hasSize(1);
        assertThat(api.platform.queries)
                .filteredOn(GetOperations.class::isInstance)
                .hasSize(1);
        assertThat(api.platform.queries)
                .filteredOn(FindRolloutMembers.class::isInstance)
                .map(query -> ((FindRolloutMembers) query).stage())
                .containsExactlyInAnyOrder(null, 1);
        TestApi.Reply unknown = api.ask(
                "query($id: ID!) { rollout(id: $id) { members(stage: \"x\") { totalCount } } }", Map.of("id", id));
        assertThat(unknown.<String>at("$.errors[0].extensions.details.field")).isEqualTo("stage");
    }

    @Test
    void rolloutsAreListedByStateAndComponent() {
        rollout(List.of());

        TestApi.Reply reply = api.ask(
                        "{ rollouts(state: STOPPED, component: \"storefront\") { totalCount edges { node { id } } } }")
                .withoutErrors();

        assertThat(reply.<Integer>at("$.data.rollouts.totalCount")).isOne();
        assertThat(api.platform.queries)
                .filteredOn(FindRollouts.class::isInstance)
                .singleElement()
                .satisfies(query -> {
                    assertThat(((FindRollouts) query).state()).isEqualTo(RolloutState.STOPPED);
                    assertThat(((FindRollouts) query).component()).isEqualTo(VersionFixtures.COMPONENT);
                });
    }

    @Test
    void aPreviewIsAskedWithWhatIsTakenForGrantedAndReadInParts() {
        TestApi.Reply reply = preview(Map.of(
                        "at",
                        "2026-03-03T12:00:00Z",
                        "upgradeDuration",
                        "PT30S",
                        "stages",
                        List.of(Map.of("name", "one"), Map.of("name", "two", "groups", groups())),
                        "failing",
                        List.of(RolloutFixtures.CANARY.toString())))
                .withoutErrors();

        assertThat(reply.<Map<String, Object>>at("$.data.previewRollout.counts"))
                .isEqualTo(Map.of("succeeded", 2, "failed", 1));
        assertThat(reply.<Map<String, Object>>at("$.data.previewRollout.members.edges[0].node"))
                .containsEntry("instanceId", RolloutFixtures.CANARY.toString())
                .containsEntry("stage", "one")
                .containsEntry("outcome", "FAILED")
                .containsEntry("endsAt", "2026-03-03T12:00:30Z");
        assertThat(reply.<Boolean>at("$.data.previewRollout.members.pageInfo.hasNextPage"))
                .isTrue();
        String end = reply.at("$.data.previewRollout.members.pageInfo.endCursor");
        TestApi.Reply next = api.ask(
                        """
                query($input: PreviewRolloutInput!, $after: String) { previewRollout(input: $input) {
                  members(after: $after, outcome: SUCCEEDED) { totalCount edges { node { instanceId } } } } }""",
                        Map.of(
                                "input",
                                input(Map.of(
                                        "stages",
                                        List.of(Map.of("name", "one"), Map.of("name", "two", "groups", groups())))),
                                "after",
                                end))
                .withoutErrors();
        assertThat(next.<List<String>>at("$.data.previewRollout.members.edges[*].node.instanceId"))
                .containsExactly(RolloutFixtures.THIRD.toString());
        assertThat(next.<Integer>at("$.data.previewRollout.members.totalCount")).isEqualTo(3);
    }

    @Test
    void aPreviewTakesItsDefaultsAndRefusesWhatItCannotTake() {
        preview(Map.of()).withoutErrors();
        assertThat(api.platform.queries)
                .filteredOn(PreviewRollout.class::isInstance)
                .singleElement()
                .satisfies(query -> {
                    assertThat(((PreviewRollout) query).at()).isEqualTo(FakePlatform.NOW);
                    assertThat(((PreviewRollout) query).upgradeDuration()).isEqualTo(PreviewRollout.UPGRADE_DURATION);
                });

        assertThat(field(preview(Map.of("upgradeDuration", "P2D")))).isEqualTo("upgradeDuration");
        assertThat(field(preview(Map.of("failing", List.of("shop"))))).isEqualTo("failing");
        assertThat(field(preview(Map.of("stages", List.of())))).isEqualTo("stages");
    }

    private static List<Map<String, Object>> groups() {
        return List.of(Map.of("name", "first"), Map.of("name", "second"));
    }

    private String rollout(List<RolloutPlace> waitingGates) {
        RolloutView view = FakeRollouts.view(
                RolloutFixtures.ROLLOUT_ID, RolloutFixtures.spec(), RolloutState.STOPPED, "Too many.", waitingGates);
        api.rollouts.rollouts.put(view.id(), view);
        assertThat(view.outcomes()).containsKey(MemberOutcome.RUNNING);
        return view.id().toString();
    }

    private String fieldOfGroup(Map<String, Object> group) {
        Map<String, Object> second = new HashMap<>(Map.of("name", "second"));
        second.putAll(group);
        return fieldOfStage(Map.of("groups", List.of(Map.of("name", "first"), second)));
    }

    private String fieldOfStage(Map<String, Object> stage) {
        Map<String, Object> second = new HashMap<>(Map.of("name", "second"));
        second.putAll(stage);
        return fieldOf(Map.of("stages", new ArrayList<>(List.of(Map.of("name", "first"), second))));
    }

    private String fieldOf(Map<String, Object> more) {
        return field(start(more));
    }

    private static String field(TestApi.Reply reply) {
        assertThat(reply.<String>at("$.errors[0].extensions.code")).isEqualTo("VALIDATION_ERROR");
        return reply.at("$.errors[0].extensions.details.field");
    }

    private TestApi.Reply start(Map<String, Object> more) {
        return api.ask(START, Map.of("input", input(more)));
    }

    private TestApi.Reply preview(Map<String, Object> more) {
        return api.ask(PREVIEW, Map.of("input", input(more)));
    }

    private static Map<String, Object> input(Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(Map.of("component", "storefront", "version", "1.1.0"));
        input.putAll(more);
        return input;
    }
}
