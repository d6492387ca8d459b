package io.keelson.eventstore.command;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;

/**
 * Draws the ids of messages, random UUIDs, from a stock of random bytes that each thread keeps. Axon's own factory takes
 * the JVM's one lock on random numbers for each id, five times in a command, and there busy threads queue up. Found by
 * Axon through the service loader.
 */
public final class BufferedIdentifiers extends IdentifierFactory {
    private static final int STOCK = 64 * 2 * Long.BYTES;

    private final SecureRandom random = new SecureRandom();
    private final ThreadLocal<ByteBuffer> stocks = ThreadLocal.withInitial(this::stock);

    @Override
    public String generateIdentifier() {
        ByteBuffer stock = stocks.get();
        if (!stock.hasRemaining()) {
            stock = stock();
            stocks.set(stock);
        }
        return version4(stock.getLong(), stock.getLong()).toString();
    }

    private ByteBuffer stock() {
        byte[] bytes = new byte[STOCK];
        random.nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }

    private static UUID version4(long high, long low) {
        return new UUID((high & ~0xF000L) | 0x4000L, (low >>> 2) | Long.MIN_VALUE);
    }
}
