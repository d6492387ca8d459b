package io.keelson.driver.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A metrics path that tells this and that. */
@Timeout(30)
class WorkloadMetricsTest {
    @TempDir
    private Path root;

    private final ProcessWorkload release =
            TestWorkload.tinyServer().withMetricsPath("/metrics").workload();
    private final InstanceSpec spec = TestWorkload.tinyServer().spec();
    private final ProcessEntry first = new ProcessEntry(7, 7, 1);
    private HttpServer server;
    private MetricsLook look;
    private int status = 200;
    private byte[] body = new byte[0];

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/metrics", exchange -> {
            exchange.sendResponseHeaders(status, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        look = new MetricsLook(new MetricsProbe(new HttpProbe(new CertificateAuthority(root, Clock.systemUTC()))));
    }

    @AfterEach
    void shut() {
        server.stop(0);
    }

    @Test
    void fromTheSecondLookOnThereAreFigures() throws Exception {
        tell("# nothing yet\n");
        assertThat(look(first)).isEqualTo(MetricsLook.Seen.NOTHING);

        tell("http_requests_total{code=\"200\"} 3\nhttp_requests_total{code=\"500\"} 1\n");
        MetricsLook.Seen seen = look(first);
        assertThat(seen.complaint()).isNull();
        assertThat(seen.figures().requestsPerSecond()).isPositive();
        assertThat(seen.figures().errorRate()).isEqualTo(0.25);
        assertThat(look(first).figures()).isEqualTo(new RequestFigures(0.0, null, null));
    }

    @Test
    void aWorkloadThatWasStartedAgainHasCountedFromNothing() throws Exception {
        tell("http_requests_total{code=\"200\"} 10\n");
        look(first);
        tell("http_requests_total{code=\"200\"} 10\nhttp_requests_total{code=\"500\"} 10\n");

        assertThat(look(new ProcessEntry(8, 8, 2)).figures().errorRate()).isEqualTo(0.5);
    }

    @Test
    void whatCannotBeReadIsAComplaint() throws Exception {
        tell("<html>Welcome</html>");
        assertThat(look(first).complaint())
                .isEqualTo("GET /metrics does not keep to the text format of Prometheus, line 1: a name is missing.");

        body = new byte[3 << 20];
        assertThat(look(first).complaint()).isEqualTo("GET /metrics answered with more than 1048576 bytes.");

        status = 404;
        tell("secret");
        assertThat(look(first).complaint()).isEqualTo("GET /metrics answered with status 404.");

        server.stop(0);
        assertThat(look(first).complaint()).isEqualTo("GET /metrics: nothing listens on the port.");
    }

    @Test
    void aReleaseWithoutAMetricsPathIsNotAsked() throws Exception {
        server.stop(0);

        assertThat(look.look(spec, TestWorkload.tinyServer().workload(), port(), first))
                .isEqualTo(MetricsLook.Seen.NOTHING);
    }

    private void tell(String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
    }

    private MetricsLook.Seen look(ProcessEntry workload) throws Exception {
        return look.look(spec, release, port(), workload);
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
