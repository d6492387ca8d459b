package io.keelson.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.ApproveUpgrade;
import io.keelson.api.operation.OperationId;
import io.keelson.app.upgrade.DueUpgrades;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A release is withdrawn: who runs it is listed, and an upgrade to it that waits does not take place. */
class WithdrawalStoryTest {
    private static final String WITHDRAW = """
        mutation($id: ID!) {
          withdrawVersion(input: { versionId: $id, reason: "Loses orders" }) {
            affected { edges { node { id status } } }
          }
        }\
        """;

    private final RunningKeelson keelson = RunningKeelson.shared();
    private final GraphQlClient client = keelson.client();
    private final StoryShops shops = new StoryShops(client);

    @Test
    void aWithdrawnReleaseIsRefusedByNameAndListsWhoRunsItWhateverTheirStatus() {
        String first = release("1.0.0");
        String second = release("1.1.0");
        String patient = shops.open("patient kiosk", Map.of("component", "kiosk"));
        String asleep = shops.open("sleeping kiosk", Map.of("component", "kiosk"));
        String gone = shops.open("former kiosk", Map.of("component", "kiosk"));
        shops.operate("suspendInstance", Map.of("instanceId", asleep, "reason", "It is Sunday"));
        shops.close(gone);
        String proposal = shops.mutate(
                        "upgradeInstance",
                        Map.of("instanceId", patient, "version", "1.1.0"),
                        "proposal { operationId }")
                .path("proposal")
                .path("operationId")
                .asString();

        assertThat(affectedBy(second)).isEmpty();
        assertThat(affectedBy(first)).containsExactlyInAnyOrder(patient + " ACTIVE", asleep + " SUSPENDED");

        Assertions.assertThatThrownBy(() -> approve(patient, proposal)).hasMessageContaining("1.1.0 is WITHDRAWN");
        assertThat(shops.read(patient, "upgradeDecision { rules { message } }").toString())
                .contains("1.1.0 is WITHDRAWN");
        keelson.context().getBean(DueUpgrades.class).look();
        assertThat(shops.read(patient, "upgradeProposal { operationId }")
                        .path("upgradeProposal")
                        .isNull())
                .as("what cannot take place waits no more")
                .isTrue();
        assertThat(client.instance(patient).path("version").asString()).isEqualTo("1.0.0");
        shops.close(patient);
        shops.close(asleep);
    }

    private void approve(String instance, String proposal) {
        keelson.context()
                .getBean(CommandGateway.class)
                .sendAndWait(GenericCommandMessage.asCommandMessage(
                                new ApproveUpgrade(InstanceId.parse(instance), OperationId.parse(proposal)))
                        .andMetaData(Map.of(RequestContext.ACTOR_ID, "second-person")));
    }

    private List<String> affectedBy(String version) {
        return client.data(WITHDRAW, Map.of("id", version))
                .path("withdrawVersion")
                .path("affected")
                .path("edges")
                .valueStream()
                .map(edge -> edge.path("node"))
                .map(node ->
                        node.path("id").asString() + " " + node.path("status").asString())
                .toList();
    }

    /** A server of the JDK's own, which shows its directory. */
    private String release(String number) {
        JsonNode version = shops.mutate(
                        "releaseVersion",
                        Map.of(
                                "component",
                                "kiosk",
                                "number",
                                number,
                                "artifacts",
                                Map.of(
                                        "process",
                                        Map.of(
                                                "command",
                                                List.of(
                                                        "{java}",
                                                        "-Xmx32m",
                                                        "-XX:TieredStopAtLevel=1",
                                                        "-m",
                                                        "jdk.httpserver",
                                                        "-p",
                                                        "{port}"),
                                                "healthPath",
                                                "/"))),
                        "version { id }")
                .path("version");
        return version.path("id").asString();
    }
}
