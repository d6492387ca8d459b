package io.keelson.command.schedule;

import io.keelson.api.actor.RequestContext;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.command.directory.InMemoryDirectory;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.TenantFixtures;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** What all use cases of a schedule start from: its tenant is known, and every check says yes. */
final class ScheduleCase {
    static final Map<String, String> WITH_REASON = Map.of(RequestContext.REASON, "The report is not needed any more");

    final InMemoryClaims claims = new InMemoryClaims();
    final InMemoryDirectory directory = new InMemoryDirectory();
    final FakeChecks checks = new FakeChecks();
    final FixtureConfiguration<Schedule> fixture = new AggregateTestFixture<>(Schedule.class)
            .registerInjectableResource(claims)
            .registerInjectableResource(directory)
            .registerInjectableResource(checks);

    ScheduleCase() {
        directory.put(TenantFixtures.TENANT_ID, PartnerFixtures.PARTNER_ID);
    }
}
