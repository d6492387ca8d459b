package io.keelson.job.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every way to write or to resolve an address inside ends without a connection, although somebody listens there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InsideTargetsTest {
    static final List<String> LITERALS = List.of(
            // IPv4, the blocks of IANA's registry and their edges.
            "http://0.0.0.0:P/",
            "http://0.255.255.255:P/",
            "http://10.0.0.0:P/",
            "http://10.255.255.255:P/",
            "http://100.64.0.1:P/",
            "http://100.100.100.200:P/",
            "http://100.127.255.255:P/",
            "http://127.0.0.1:P/",
            "http://127.0.0.2:P/",
            "http://127.255.255.254:P/",
            "http://168.63.129.16:P/",
            "http://169.254.0.1:P/",
            "http://169.254.169.254:P/latest/meta-data/",
            "http://172.16.0.1:P/",
            "http://172.31.255.255:P/",
            "http://192.0.0.1:P/",
            "http://192.0.0.192:P/",
            "http://192.0.2.1:P/",
            "http://192.31.196.1:P/",
            "http://192.52.193.1:P/",
            "http://192.88.99.1:P/",
            "http://192.168.0.1:P/",
            "http://192.168.255.255:P/",
            "http://192.175.48.1:P/",
            "http://198.18.0.1:P/",
            "http://198.19.255.255:P/",
            "http://198.51.100.1:P/",
            "http://203.0.113.1:P/",
            "http://224.0.0.1:P/",
            "http://239.255.255.255:P/",
            "http://240.0.0.1:P/",
            "http://255.255.255.255:P/",
            // IPv4 as C libraries and browsers read it.
            "http://2130706433:P/",
            "http://0x7f000001:P/",
            "http://0X7F000001:P/",
            "http://017700000001:P/",
            "http://0177.0.0.1:P/",
            "http://0177.0.0.01:P/",
            "http://0x7f.0.0.1:P/",
            "http://0x7f.0x0.0x0.0x1:P/",
            "http://127.1:P/",
            "http://127.0.1:P/",
            "http://127.0.0.01:P/",
            "http://127.00.00.01:P/",
            "http://127.0.0.0x1:P/",
            "http://127.0.0.1.:P/",
            "http://0:P/",
            "http://0x0:P/",
            "http://00:P/",
            "http://10.1:P/",
            "http://012.0.0.1:P/",
            "http://3232235521:P/",
            "http://0xa9fea9fe:P/",
            "http://2852039166:P/",
            "http://169.16689662:P/",
            "http://127.0.0.256:P/",
            "http://127.0.0.1.1:P/",
            "http://4294967296:P/",
            "http://1.2.3:P/",
            "http://name.0x7f:P/",
            "http://name.1:P/",
            // IPv6.
            "http://[::]:P/",
            "http://[::1]:P/",
            "http://[0:0:0:0:0:0:0:1]:P/",
            "http://[0000:0000:0000:0000:0000:0000:0000:0001]:P/",
            "http://[::ffff:127.0.0.1]:P/",
            "http://[::ffff:7f00:1]:P/",
            "http://[::ffff:0:127.0.0.1]:P/",
            "http://[::ffff:0:7f00:1]:P/",
            "http://[::ffff:8.8.8.8]:P/",
            "http://[::127.0.0.1]:P/",
            "http://[::7f00:1]:P/",
            "http://[0:0:0:0:0:ffff:a9fe:a9fe]:P/",
            "http://[64:ff9b::7f00:1]:P/",
            "http://[64:ff9b::127.0.0.1]:P/",
            "http://[64:ff9b::a9fe:a9fe]:P/",
            "http://[64:ff9b:1::7f00:1]:P/",
            "http://[64:ff9b:1:ffff::1]:P/",
            "http://[100::1]:P/",
            "http://[100:0:0:1::1]:P/",
            "http://[2001::1]:P/",
            "http://[2001:0:7f00:1::]:P/",
            "http://[2001:2::1]:P/",
            "http://[2001:10::1]:P/",
            "http://[2001:20::1]:P/",
            "http://[2001:1ff:ffff::1]:P/",
            "http://[2001:db8::1]:P/",
            "http://[2002::1]:P/",
            "http://[2002:7f00:1::]:P/",
            "http://[2002:a9fe:a9fe::1]:P/",
            "http://[2620:4f:8000::1]:P/",
            "http://[3fff::1]:P/",
            "http://[5f00::1]:P/",
            "http://[fc00::1]:P/",
            "http://[fd00:ec2::254]:P/",
            "http://[fdff:ffff::1]:P/",
            "http://[fe80::1]:P/",
            "http://[fe80::1%25lo]:P/",
            "http://[fe80::1%lo]:P/",
            "http://[::1%25lo]:P/",
            "http://[febf::1]:P/",
            "http://[fec0::1]:P/",
            "http://[ff02::1]:P/",
            "http://[ff0e::1]:P/",
            "http://[v1.127.0.0.1]:P/",
            "http://[127.0.0.1]:P/",
            // Other spellings.
            "http://１２７.０.０.１:P/",
            "http://127。0。0。1:P/",
            "http://①②⑦.0.0.1:P/",
            "http://%31%32%37.0.0.1:P/",
            "http://%6c%6f%63%61%6c%68%6f%73%74:P/",
            "http://user@127.0.0.1:P/",
            "http://user:password@127.0.0.1:P/",
            "http://example.com@127.0.0.1:P/",
            "http://example.com:80@127.0.0.1:P/",
            "http://127.0.0.1:P@outside.example/",
            "http://outside.example@127.0.0.1:P/",
            "http://outside.example#@127.0.0.1:P/",
            "http://outside.example\\@127.0.0.1:P/",
            "http://127.0.0.1:P\\@outside.example/",
            "http://outside.example&@127.0.0.1:P/",
            "http:///127.0.0.1:P/",
            "http:127.0.0.1:P/",
            "http:/127.0.0.1:P/",
            "//127.0.0.1:P/",
            "127.0.0.1:P",
            "http://127.0.0.1:P\r\nHost: outside.example/",
            "http://127.0.0.1 :P/",
            " http://127.0.0.1:P/",
            "http://127.0.0.1\t:P/",
            "http://127.0.0.1:0P/",
            "http://127.0.0.1:99999/",
            "http://127.0.0.1:0/",
            "http://-.example:P/",
            "http://a_b.example:P/",
            "http://..:P/",
            "http://:P/",
            "ftp://127.0.0.1:P/",
            "file:///etc/passwd",
            "gopher://127.0.0.1:P/",
            "jar:http://127.0.0.1:P/!/",
            "unix:/var/run/docker.sock",
            "");

    static final List<String> NAMES = List.of(
            "http://localhost:P/",
            "http://LOCALHOST:P/",
            "http://LocalHost.:P/",
            "http://loopback.example:P/",
            "http://loopback.example.:P/",
            "http://loopback6.example:P/",
            "http://mapped.example:P/",
            "http://metadata.example:P/",
            "http://private.example:P/",
            "http://unspecified.example:P/",
            "http://nat64.example:P/",
            "http://sixtofour.example:P/",
            "http://teredo.example:P/",
            "http://mixed.example:P/",
            "http://mixed6.example:P/",
            "http://xn--lcalhost-n1a.example:P/");

    private final FakeNames names = new FakeNames()
            .with("localhost", "127.0.0.1", "::1")
            .with("loopback.example", "127.0.0.1")
            .with("loopback6.example", "::1")
            .with("mapped.example", "::ffff:127.0.0.1")
            .with("metadata.example", "169.254.169.254")
            .with("private.example", "10.1.2.3")
            .with("unspecified.example", "0.0.0.0")
            .with("nat64.example", "64:ff9b::7f00:1")
            .with("sixtofour.example", "2002:7f00:1::")
            .with("teredo.example", "2001:0:7f00:1::")
            .with("mixed.example", "93.184.216.34", "127.0.0.1")
            .with("mixed6.example", "2606:2800:220:1::1", "::1")
            .with("xn--lcalhost-n1a.example", "127.0.0.1")
            .with("outside.example", "10.0.0.1");
    private CountingListener all4;
    private CountingListener all6;

    @BeforeAll
    void listen() throws IOException {
        all4 = new CountingListener("0.0.0.0");
        all6 = new CountingListener("::");
    }

    @AfterAll
    void close() throws IOException {
        all4.close();
        all6.close();
    }

    @Test
    void thereAreMoreThanAHundredAndTwentyOfThem() {
        assertThat(LITERALS.size() + NAMES.size()).isGreaterThanOrEqualTo(120);
        assertThat(LITERALS).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("LITERALS")
    void aLiteralInsideIsRefused(String url) throws Exception {
        refuses(url);
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void aNameThatLeadsInsideIsRefused(String url) throws Exception {
        refuses(url);
    }

    private void refuses(String url) throws Exception {
        OutboundClient client = Outbound.client(names);
        for (CountingListener listener : List.of(all4, all6)) {
            String target = url.replace("P", Integer.toString(listener.port()));
            assertThatThrownBy(() -> client.exchange(Outbound.get(target), 10))
                    .as(target)
                    .isInstanceOfSatisfying(OutboundFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(OutboundFailure.Kind.TARGET_REFUSED));
            assertThat(listener.connections()).as("connections after " + target).isZero();
        }
    }
}
