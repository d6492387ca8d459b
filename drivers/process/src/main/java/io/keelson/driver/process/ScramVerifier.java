package io.keelson.driver.process;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** How PostgreSQL remembers a password: {@code SCRAM-SHA-256$<iterations>:<salt>$<StoredKey>:<ServerKey>} (RFC 5802). */
final class ScramVerifier {
    private static final Pattern SHAPE = Pattern.compile("SCRAM-SHA-256\\$(\\d+):([^$]+)\\$([^:]+):(.+)");
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BITS = 256;

    private ScramVerifier() {}

    /** Whether this password belongs to the verifier; false for a verifier of another kind. */
    static boolean accepts(String verifier, String password) throws GeneralSecurityException {
        Matcher parts = SHAPE.matcher(verifier);
        if (!parts.matches()) {
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(2));
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, Integer.parseInt(parts.group(1)), KEY_BITS);
        byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(salted, HMAC));
        byte[] clientKey = mac.doFinal("Client Key".getBytes(StandardCharsets.US_ASCII));
        byte[] storedKey = Sha256.newDigest().digest(clientKey);
        return MessageDigest.isEqual(storedKey, Base64.getDecoder().decode(parts.group(3)));
    }
}
