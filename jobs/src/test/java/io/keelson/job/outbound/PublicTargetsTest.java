package io.keelson.job.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guard is no wall: what is public passes, and what the operator allows. */
class PublicTargetsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2001:4860:4860::8888",
                "2a00:1450::1"
            })
    void aPublicAddressPasses(String address) {
        assertThat(SpecialAddresses.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void aNameIsVettedOnceAndItsAddressesAreHandedOut() throws Exception {
        FakeNames names = new FakeNames().with("outside.example", "93.184.216.34", "2606:2800:220:1::1");
        OutboundGuard guard = new OutboundGuard(names, OutboundAllowance.NOTHING);

        List<InetAddress> vetted = guard.vet(OutboundTarget.parse("https://Outside.Example/path?q=1#part"));

        assertThat(vetted).containsExactly(literal("93.184.216.34"), literal("2606:2800:220:1::1"));
        assertThat(names.questions()).isEqualTo(1);
    }

    @Test
    void theOperatorAllowsBlocksAddressesAndHosts() throws Exception {
        FakeNames names = new FakeNames().with("receiver.internal", "10.9.9.9").with("other.internal", "10.9.9.9");
        OutboundGuard guard = new OutboundGuard(
                names, OutboundAllowance.of(List.of("127.0.0.0/8", "fd00::/16", "192.168.1.7", "Receiver.Internal")));

        for (String url :
                List.of("http://127.3.2.1/", "http://[fd00::5]/", "http://192.168.1.7/", "http://receiver.internal/")) {
            assertThat(guard.vet(OutboundTarget.parse(url))).as(url).isNotEmpty();
        }
        for (String url : List.of("http://192.168.1.8/", "http://[fd01::5]/", "http://other.internal/")) {
            assertThatThrownBy(() -> guard.vet(OutboundTarget.parse(url))).isInstanceOf(OutboundFailure.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "::/129", "10.0.0.0/x", "a b", "", "1.2.3.4.5", "*.example"})
    void anAllowanceThatIsNoneStopsTheStart(String entry) {
        assertThatThrownBy(() -> OutboundAllowance.of(List.of(entry))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameThatIsNotKnownIsTriedAgainLater() {
        OutboundGuard guard = new OutboundGuard(new FakeNames(), OutboundAllowance.NOTHING);

        assertThatThrownBy(() -> guard.vet(OutboundTarget.parse("http://unknown.example/")))
                .isInstanceOfSatisfying(OutboundFailure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(OutboundFailure.Kind.HOST_UNKNOWN);
                    assertThat(failure.kind().retryable()).isTrue();
                });
    }

    private static InetAddress literal(String address) {
        return InetAddress.ofLiteral(address);
    }
}
