package io.keelson.eventstore.serializer;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.tenant.event.TenantRegistered;
import io.keelson.eventstore.TestNode;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.TenantFixtures;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events that have learnt to say more without a new revision: the old text is read, and what is new is kept. */
class GrownEventsTest {
    private final Serializer serializer = Serializers.of(TestNode.NAMES).events();

    static Stream<Object> grown() {
        return Stream.of(
                PartnerFixtures.partnerSuspended(),
                PartnerFixtures.partnerResumed(),
                new TenantRegistered(
                        TenantFixtures.TENANT_ID,
                        PartnerFixtures.PARTNER_ID,
                        TenantFixtures.NAME,
                        TenantFixtures.PROFILE,
                        TenantFixtures.RESIDENCY));
    }

    @ParameterizedTest
    @MethodSource("grown")
    void whatIsNewComesBackAsItWas(Object event) {
        SerializedObject<String> written = serializer.serialize(event, String.class);

        assertThat(serializer.<String, Object>deserialize(written)).isEqualTo(event);
    }
}
