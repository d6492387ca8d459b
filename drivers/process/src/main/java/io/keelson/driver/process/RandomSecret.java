package io.keelson.driver.process;

import java.security.SecureRandom;
import java.util.Base64;

/** A password nobody can guess, of letters, digits, hyphen and underscore, so it fits into a URL as it is. */
final class RandomSecret {
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomSecret() {}

    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
