package io.keelson.command.suspension;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceName;
import io.keelson.api.instance.InstanceType;
import io.keelson.api.suspension.SuspensionId;
import io.keelson.api.suspension.command.LiftSuspension;
import io.keelson.api.suspension.command.ListInstances;
import io.keelson.api.suspension.command.ReleaseInstances;
import io.keelson.api.suspension.command.StartSuspension;
import io.keelson.api.suspension.event.InstancesListed;
import io.keelson.api.suspension.event.InstancesReleased;
import io.keelson.api.tenant.residency.Region;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.command.directory.InMemoryDirectory;
import io.keelson.command.directory.KnownInstance;
import io.keelson.fixture.SuspensionFixtures;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class SuspensionTest {
    private static final SuspensionId ID = SuspensionFixtures.SUSPENSION_ID;

    private final InMemoryClaims claims = new InMemoryClaims();
    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final FixtureConfiguration<Suspension> fixture = new AggregateTestFixture<>(Suspension.class)
            .registerInjectableResource(claims)
            .registerInjectableResource(directory);

    @Test
    void aSuspensionStartsOnce() {
        fixture.givenNoPriorActivity()
                .when(new StartSuspension(ID, SuspensionFixtures.OWNER))
                .expectEvents(SuspensionFixtures.started());
        fixture.setReportIllegalStateChange(false);
        fixture.givenNoPriorActivity()
                .when(new StartSuspension(ID, SuspensionFixtures.OWNER))
                .expectNoEvents();
    }

    @Test
    void theInstancesOfTheOwnerAreListedAFewAtATime() {
        List<InstanceId> all = own(Suspension.PART + 1);
        List<InstanceId> first = all.subList(0, Suspension.PART);
        InstancesListed part = new InstancesListed(ID, first, false);
        fixture.given(SuspensionFixtures.started())
                .when(new ListInstances(ID, null))
                .expectEvents(part);
        fixture.given(SuspensionFixtures.started(), part)
                .when(new ListInstances(ID, first.getLast()))
                .expectEvents(new InstancesListed(ID, List.of(all.getLast()), true));
    }

    @Test
    void anOwnerWithoutInstancesIsListedToo() {
        fixture.given(SuspensionFixtures.started())
                .when(new ListInstances(ID, null))
                .expectEvents(new InstancesListed(ID, List.of(), true));
    }

    @Test
    void listingThatIsRepeatedOrLateIsIgnored() {
        own(1);
        fixture.given(SuspensionFixtures.started(), SuspensionFixtures.listed())
                .when(new ListInstances(ID, null))
                .expectNoEvents();
        fixture.given(SuspensionFixtures.started(), SuspensionFixtures.lifted())
                .when(new ListInstances(ID, null))
                .expectNoEvents();
    }

    @Test
    void whatWasListedIsReleasedAFewAtATime() {
        List<InstanceId> all = own(Suspension.PART + 1);
        Object[] history = {
            SuspensionFixtures.started(),
            new InstancesListed(ID, all.subList(0, Suspension.PART), false),
            new InstancesListed(ID, all.subList(Suspension.PART, all.size()), true),
            SuspensionFixtures.lifted()
        };
        InstancesReleased part = new InstancesReleased(ID, all.subList(0, Suspension.PART), Suspension.PART, false);
        fixture.given(history).when(new ReleaseInstances(ID, 0)).expectEvents(part);
        fixture.given(history)
                .andGiven(part)
                .when(new ReleaseInstances(ID, Suspension.PART))
                .expectEvents(new InstancesReleased(ID, List.of(all.getLast()), all.size(), true));
        fixture.given(history).andGiven(part).when(new ReleaseInstances(ID, 0)).expectNoEvents();
    }

    @Test
    void nothingIsReleasedBeforeTheSuspensionIsLifted() {
        fixture.given(SuspensionFixtures.started(), SuspensionFixtures.listed())
                .when(new ReleaseInstances(ID, 0))
                .expectNoEvents();
    }

    @Test
    void liftingTwiceChangesNothing() {
        fixture.given(SuspensionFixtures.started())
                .when(new LiftSuspension(ID))
                .expectEvents(SuspensionFixtures.lifted());
        fixture.given(SuspensionFixtures.started(), SuspensionFixtures.lifted())
                .when(new LiftSuspension(ID))
                .expectNoEvents();
    }

    private List<InstanceId> own(int size) {
        List<InstanceId> ids = IntStream.range(0, size)
                .mapToObj(number -> new InstanceId(new UUID(0, number)))
                .toList();
        ids.forEach(id -> directory.put(
                SuspensionFixtures.OWNER,
                new KnownInstance(
                        id, new InstanceName("shop"), InstanceType.SHARED_SAAS, new Region("local"), List.of())));
        return ids;
    }
}
