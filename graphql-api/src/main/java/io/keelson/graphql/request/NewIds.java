package io.keelson.graphql.request;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the ids of new things come from: by chance, or derived from the seed of an Idempotency-Key, so that a repeated
 * request means the same things.
 *
 * @param seed what ids are derived from, or null for chance
 * @param repeated whether an earlier try may have used the same ids
 */
public record NewIds(@Nullable UUID seed, boolean repeated) {
    /** Ids that nobody has used. */
    public static final NewIds RANDOM = new NewIds(null, false);

    private static final long VERSION_MASK = 0xFFFF_FFFF_FFFF_0FFFL;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    UUID next(String purpose) {
        return seed == null ? UUID.randomUUID() : derived(seed, purpose);
    }

    /** A UUID of version 8 (RFC 9562, 5.8) made of SHA-256. */
    private static UUID derived(UUID seed, String purpose) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha256.digest((seed + purpose).getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(digest);
            return new UUID((bytes.getLong() & VERSION_MASK) | VERSION_8, (bytes.getLong() & VARIANT_MASK) | VARIANT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
