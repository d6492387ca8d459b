package io.keelson.command.version;

import static io.keelson.command.Refusal.refusal;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.version.SecurityDates;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.command.ChangeVersionStatus;
import io.keelson.api.version.command.ReleaseVersion;
import io.keelson.api.version.command.RequireVersion;
import io.keelson.api.version.command.SetSecurityDates;
import io.keelson.api.version.event.SecurityDatesSet;
import io.keelson.api.version.event.VersionReleased;
import io.keelson.api.version.event.VersionRequirementChanged;
import io.keelson.api.version.event.VersionStatusChanged;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.fixture.VersionFixtures;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VersionStandingTest {
    private static final VersionId ID = VersionFixtures.VERSION_ID;
    private static final Map<String, String> WITH_REASON = Map.of(RequestContext.REASON, "It is time");
    private static final VersionReleased RELEASED = VersionFixtures.versionReleased();

    private final FixtureConfiguration<Version> fixture =
            new AggregateTestFixture<>(Version.class).registerInjectableResource(new InMemoryClaims());

    static Stream<Arguments> moves() {
        return Stream.of(VersionStatus.values())
                .filter(before -> before != VersionStatus.WITHDRAWN)
                .flatMap(before -> Stream.of(VersionStatus.BETA, VersionStatus.STABLE, VersionStatus.DEPRECATED)
                        .map(after -> Arguments.of(before, after)));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void onlyLegalMovesAreMade(VersionStatus before, VersionStatus after) {
        ResultValidator<Version> result = fixture.given(released(before, false))
                .when(new ChangeVersionStatus(ID, after), Map.of(RequestContext.ACTOR_ID, "bob"));

        if (before == after) {
            result.expectNoEvents();
        } else if (before.mayBecome(after)) {
            result.expectEvents(new VersionStatusChanged(ID, before, after));
        } else {
            result.expectException(refusal(ErrorCode.WRONG_STATE, "versionId"));
        }
    }

    @Test
    void theAuthorDoesNotCallHisOwnReleaseStable() {
        fixture.given(new GenericEventMessage<>(
                        released(VersionStatus.BETA, false), Map.of(RequestContext.ACTOR_ID, "alice")))
                .when(new ChangeVersionStatus(ID, VersionStatus.STABLE), Map.of(RequestContext.ACTOR_ID, "alice"))
                .expectException(refusal(ErrorCode.CONFIRMATION_MISSING, "versionId"));
    }

    @Test
    void whereASecondPersonIsNeededNobodyReleasesAStableVersionAlone() {
        StableRule two = () -> true;
        fixture.registerInjectableResource(two);
        fixture.givenNoPriorActivity()
                .when(release(VersionStatus.STABLE))
                .expectException(refusal(ErrorCode.CONFIRMATION_MISSING, "status"));
    }

    @Test
    void aReleaseIsRequiredOnceAndWithAReason() {
        fixture.given(RELEASED)
                .when(new RequireVersion(ID, true))
                .expectException(refusal(ErrorCode.INVALID_INPUT, "reason"));
        fixture.given(RELEASED)
                .when(new RequireVersion(ID, true), WITH_REASON)
                .expectEvents(new VersionRequirementChanged(ID, true));
        fixture.given(RELEASED, new VersionRequirementChanged(ID, true))
                .when(new RequireVersion(ID, true), WITH_REASON)
                .expectNoEvents();
    }

    @Test
    void onlyASecurityPatchHasDates() {
        SecurityDates dates = new SecurityDates(Instant.EPOCH, null, Instant.EPOCH.plusSeconds(1));
        fixture.given(RELEASED)
                .when(new SetSecurityDates(ID, dates), WITH_REASON)
                .expectException(refusal(ErrorCode.WRONG_STATE, "versionId"));
        fixture.given(released(VersionStatus.STABLE, true))
                .when(new SetSecurityDates(ID, dates), WITH_REASON)
                .expectEvents(new SecurityDatesSet(ID, dates));
    }

    private static ReleaseVersion release(VersionStatus status) {
        ReleaseVersion command = VersionFixtures.releaseVersion();
        return new ReleaseVersion(
                command.versionId(),
                command.component(),
                command.type(),
                command.number(),
                status,
                command.changelog(),
                command.breaking(),
                command.securityPatch(),
                command.dependencies(),
                command.artifacts());
    }

    private static VersionReleased released(VersionStatus status, boolean securityPatch) {
        return new VersionReleased(
                ID,
                RELEASED.component(),
                RELEASED.type(),
                RELEASED.number(),
                status,
                RELEASED.changelog(),
                RELEASED.breaking(),
                securityPatch,
                RELEASED.dependencies(),
                RELEASED.artifacts());
    }
}
