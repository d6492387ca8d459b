package io.keelson.job.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host name. */
@FunctionalInterface
public interface HostResolver {
    /** Asks the operating system. */
    HostResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /**
     * Answers at least one address.
     *
     * @param host a name in lower case, never a literal address
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
