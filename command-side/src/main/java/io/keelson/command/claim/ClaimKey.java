package io.keelson.command.claim;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What is claimed.
 *
 * @param value compared without case and without regard to how accents are encoded
 */
public record ClaimKey(ClaimKind kind, String value) {
    public ClaimKey {
        value = Normalizer.normalize(value, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
