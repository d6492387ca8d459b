package io.keelson.job.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.util.Timeout;

/** Connections for one target that can open sockets to its vetted addresses and to nothing else. */
final class PinnedConnections {
    private PinnedConnections() {}

    /**
     * TLS still verifies the name of the host, since only the look-up of its address is replaced.
     *
     * @param vetted what {@link OutboundGuard#vet} answered for this target
     */
    static BasicHttpClientConnectionManager to(
            OutboundTarget target, List<InetAddress> vetted, SSLContext tls, Duration patience) {
        BasicHttpClientConnectionManager connections = BasicHttpClientConnectionManager.create(
                null,
                resolver(target.host(), vetted),
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register(URIScheme.HTTPS.id, new DefaultClientTlsStrategy(tls))
                        .build(),
                null);
        Timeout timeout = Timeout.of(patience);
        connections.setConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(timeout)
                .setSocketTimeout(timeout)
                .build());
        return connections;
    }

    private static DnsResolver resolver(String host, List<InetAddress> vetted) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String asked) throws UnknownHostException {
                if (!host.equals(asked)) {
                    throw new UnknownHostException("The guard has not looked at " + asked);
                }
                return vetted.toArray(InetAddress[]::new);
            }

            @Override
            public String resolveCanonicalHostname(String asked) {
                return asked;
            }
        };
    }
}
