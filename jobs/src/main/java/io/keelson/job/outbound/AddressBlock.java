package io.keelson.job.outbound;

import java.net.InetAddress;

/**
 * Addresses that begin alike.
 *
 * @param prefix how many leading bits count
 */
record AddressBlock(InetAddress network, int prefix) {
    AddressBlock {
        if (prefix < 0 || prefix > network.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException(
                    "%s has no %d leading bits.".formatted(network.getHostAddress(), prefix));
        }
    }

    /**
     * Reads {@code address/bits}; an address alone is a block of one.
     *
     * @throws IllegalArgumentException when it is something else, a host name too
     */
    static AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        InetAddress network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int bits = network.getAddress().length * Byte.SIZE;
        return new AddressBlock(network, slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        int whole = prefix / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (mine[i] != theirs[i]) {
                return false;
            }
        }
        int rest = Byte.SIZE - prefix % Byte.SIZE;
        return rest == Byte.SIZE || (mine[whole] & 0xff) >>> rest == (theirs[whole] & 0xff) >>> rest;
    }
}
