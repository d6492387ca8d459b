package io.keelson.job.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells the public Internet from everything else. The blocks are those of IANA's special-purpose registries for IPv4 and
 * IPv6 and of multicast; of IPv6 nothing is public that lies outside of {@code 2000::/3}, so that NAT64, v4-mapped, unique
 * local and link-local addresses need no names of their own.
 */
final class SpecialAddresses {
    private static final List<AddressBlock> IPV4 = blocks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8",
            "100.64.0.0/10", // carrier-grade NAT
            "127.0.0.0/8",
            "168.63.129.16/32", // metadata and health service of Azure, on an address that looks public
            "169.254.0.0/16", // link-local, with the metadata services of most clouds
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24", // relays of 6to4
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and broadcast
    private static final AddressBlock IPV6_PUBLIC = AddressBlock.parse("2000::/3");
    private static final List<AddressBlock> IPV6 = blocks(
            "2001::/23", // protocol assignments, with Teredo, benchmarks and ORCHID
            "2001:db8::/32",
            "2002::/16", // 6to4 carries any IPv4 address
            "2620:4f:8000::/48",
            "3fff::/20");

    private SpecialAddresses() {}

    static boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) {
            return IPV4.stream().noneMatch(block -> block.contains(address));
        }
        return IPV6_PUBLIC.contains(address) && IPV6.stream().noneMatch(block -> block.contains(address));
    }

    private static List<AddressBlock> blocks(String... blocks) {
        return Stream.of(blocks).map(AddressBlock::parse).toList();
    }
}
