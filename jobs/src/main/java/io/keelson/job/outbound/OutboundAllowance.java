package io.keelson.job.outbound;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be called although it is not the public Internet, by decision of whoever runs this platform. */
public final class OutboundAllowance {
    /** The public Internet only. */
    public static final OutboundAllowance NOTHING = of(List.of());

    private static final Pattern HOST = Pattern.compile("[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+(?:/.*)?|.*:.*");

    private final List<AddressBlock> blocks;
    private final Set<String> hosts;

    private OutboundAllowance(List<AddressBlock> blocks, Set<String> hosts) {
        this.blocks = List.copyOf(blocks);
        this.hosts = Set.copyOf(hosts);
    }

    /**
     * Reads the setting {@code keelson.outbound.allow}.
     *
     * @param entries addresses ({@code 10.1.2.3}), blocks ({@code 10.0.0.0/8}) or exact host names; a host name is allowed
     *     wherever it leads
     * @throws IllegalArgumentException when an entry is none of these
     */
    public static OutboundAllowance of(List<String> entries) {
        List<AddressBlock> blocks = new ArrayList<>();
        Set<String> hosts = new HashSet<>();
        for (String entry : entries) {
            String text = entry.strip().toLowerCase(Locale.ROOT);
            if (ADDRESS.matcher(text).matches()) {
                blocks.add(AddressBlock.parse(text));
            } else if (HOST.matcher(text).matches()) {
                hosts.add(text);
            } else {
                throw new IllegalArgumentException(
                        "keelson.outbound.allow has \"%s\", which is no address, no block and no host."
                                .formatted(text));
            }
        }
        return new OutboundAllowance(blocks, hosts);
    }

    boolean permits(String host, InetAddress address) {
        return SpecialAddresses.isPublic(address)
                || hosts.contains(host)
                || blocks.stream().anyMatch(block -> block.contains(address));
    }
}
