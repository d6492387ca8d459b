package io.keelson.api.upgrade;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one rule says, in words and as data.
 *
 * @param data what the words are about, text by name
 */
public record RuleVerdict(UpgradeRule rule, Verdict verdict, String message, Map<String, String> data) {
    public RuleVerdict {
        data = Collections.unmodifiableMap(new TreeMap<>(data));
    }

    public RuleVerdict overridden() {
        return new RuleVerdict(rule, Verdict.OVERRIDDEN, message, data);
    }
}
