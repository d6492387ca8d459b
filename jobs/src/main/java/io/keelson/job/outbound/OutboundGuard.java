package io.keelson.job.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Decides where requests may go. It looks at what a name resolves to, not at the name, and hands out the very addresses
 * that it looked at: who connects to anything else, for example after asking the name service again, has not been let through.
 */
public final class OutboundGuard {
    private final HostResolver resolver;
    private final OutboundAllowance allowance;

    public OutboundGuard(HostResolver resolver, OutboundAllowance allowance) {
        this.resolver = resolver;
        this.allowance = allowance;
    }

    /**
     * The addresses to connect to, at least one. One forbidden address among several forbids all: an honest name does not
     * lead outside and inside at once.
     *
     * @throws OutboundFailure TARGET_REFUSED or HOST_UNKNOWN
     */
    public List<InetAddress> vet(OutboundTarget target) throws OutboundFailure {
        List<InetAddress> addresses = addresses(target);
        for (InetAddress address : addresses) {
            if (!allowance.permits(target.host(), address)) {
                // The address is not told: it would let strangers map the inside.
                throw new OutboundFailure(
                        OutboundFailure.Kind.TARGET_REFUSED,
                        "%s does not lead to the public Internet; whoever runs this platform can allow it with keelson.outbound.allow"
                                .formatted(target.host()));
            }
        }
        return addresses;
    }

    private List<InetAddress> addresses(OutboundTarget target) throws OutboundFailure {
        InetAddress literal = target.literal();
        if (literal != null) {
            return List.of(literal);
        }
        List<InetAddress> found;
        try {
            found = List.copyOf(resolver.resolve(target.host()));
        } catch (UnknownHostException unknown) {
            throw new OutboundFailure(
                    OutboundFailure.Kind.HOST_UNKNOWN, "%s cannot be resolved".formatted(target.host()), unknown);
        }
        if (found.isEmpty()) {
            throw new OutboundFailure(OutboundFailure.Kind.HOST_UNKNOWN, "%s has no address".formatted(target.host()));
        }
        return found;
    }
}
