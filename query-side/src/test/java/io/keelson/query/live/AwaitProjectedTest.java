package io.keelson.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keelson.api.error.RejectedException;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.event.PartnerRegistered;
import io.keelson.api.partner.event.PartnerSuspended;
import io.keelson.api.query.AwaitProjected;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.OperationFixtures;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.TenantFixtures;
import io.keelson.fixture.VersionFixtures;
import io.keelson.query.ReadModel;
import io.keelson.query.StoredSequences;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AwaitProjectedTest {
    private static final PartnerId ID = PartnerFixtures.PARTNER_ID;
    private static final Duration LONG = Duration.ofSeconds(20);

    private final ReadModel model = ReadModel.empty();

    @AfterEach
    void nobodyIsLeftWaiting() {
        await().atMost(LONG).until(() -> model.bean(Waiters.class).count() == 0);
    }

    @Test
    void aRowThatShowsEverythingIsAnsweredAtOnceForEveryKind() {
        model.tell(PartnerFixtures.partnerRegistered(), TenantFixtures.tenantRegistered());
        model.tell(VersionFixtures.versionReleased(), InstanceFixtures.provisioningRequested());
        model.tell(OperationFixtures.started());

        assertThat(List.of(
                        ID,
                        TenantFixtures.TENANT_ID,
                        VersionFixtures.VERSION_ID,
                        InstanceFixtures.INSTANCE_ID,
                        InstanceFixtures.OPERATION_ID))
                .allSatisfy(id ->
                        assertThat(waitFor(id.toString(), Duration.ZERO).join()).isTrue());
    }

    @Test
    void aRequestGoesOnWhenItsEventIsCommitted() {
        model.tell(PartnerFixtures.partnerRegistered());
        var suspended = model.stored(new PartnerSuspended(ID, null));
        CompletableFuture<Boolean> shown = waitFor(ID.toString(), LONG);
        assertThat(shown).isNotDone();

        model.deliver(List.of(suspended));

        assertThat(shown).succeedsWithin(LONG).isEqualTo(true);
    }

    @Test
    void aRowThatIsNotThereYetIsWaitedForEvenWhenTheStoreKnowsNothing() {
        CompletableFuture<Boolean> shown = waitFor(ID.toString(), LONG);

        model.tell(PartnerFixtures.partnerRegistered());

        assertThat(shown).succeedsWithin(LONG).isEqualTo(true);
    }

    @Test
    void aRowThatStaysBehindIsAnsweredWithFalse() {
        model.tell(PartnerFixtures.partnerRegistered());
        model.bean(StoredSequences.class).store(ID.toString());

        assertThat(waitFor(ID.toString(), Duration.ofMillis(50)))
                .succeedsWithin(LONG)
                .isEqualTo(false);
    }

    @Test
    void aChangeThatNobodyToldIsSeenAllTheSame() {
        model.tell(PartnerFixtures.partnerRegistered());
        model.bean(StoredSequences.class).store(ID.toString());
        CompletableFuture<Boolean> shown = waitFor(ID.toString(), LONG);

        model.sql().sql("update read_model.partner set revision = 1").update();

        assertThat(shown).succeedsWithin(LONG).isEqualTo(true);
    }

    @Test
    void moreRequestsThanConnectionsWaitWithoutHoldingAny() {
        List<PartnerId> ids = Stream.generate(PartnerId::random).limit(50).toList();
        List<CompletableFuture<Boolean>> shown =
                ids.stream().map(id -> waitFor(id.toString(), LONG)).toList();

        ids.forEach(id -> model.tell(new PartnerRegistered(id, PartnerFixtures.NAME, PartnerFixtures.EMAIL)));

        assertThat(CompletableFuture.allOf(shown.toArray(CompletableFuture[]::new)))
                .succeedsWithin(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(shown).allSatisfy(answer -> assertThat(answer.join()).isTrue());
    }

    @Test
    void textThatIsNoIdOfAKnownKindIsRefused() {
        assertThat(List.of(
                        "", "partner", "cat:" + ID.value(), "partner:no-uuid", "partner; drop table x:" + ID.value()))
                .allSatisfy(id -> assertThatThrownBy(
                                () -> waitFor(id, Duration.ZERO).join())
                        .hasCauseInstanceOf(RejectedException.class));
    }

    private CompletableFuture<Boolean> waitFor(String aggregateId, Duration atMost) {
        return model.queries().query(new AwaitProjected(aggregateId, atMost), ResponseTypes.instanceOf(Boolean.class));
    }
}
