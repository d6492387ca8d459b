package io.keelson.query.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of notifications: {@code id@revision} of many rows with a space between, or a star for a gap. */
final class Payload {
    /** PostgreSQL refuses 8,000 bytes and more. */
    static final int MAXIMUM = 7_900;

    private static final String GAP = "*";
    private static final Pattern CHANGE = Pattern.compile("([a-z]+:[0-9a-f-]{36})@(\\d{1,18})");

    private Payload() {}

    static List<String> of(PendingChanges.Batch batch) {
        List<String> payloads = new ArrayList<>();
        if (batch.gapSince() != null) {
            payloads.add(GAP);
        }
        StringBuilder payload = new StringBuilder();
        for (Map.Entry<String, Long> change : batch.revisions().entrySet()) {
            String entry = change.getKey() + "@" + change.getValue();
            if (payload.length() + entry.length() >= MAXIMUM) {
                payloads.add(payload.toString());
                payload.setLength(0);
            }
            payload.append(payload.isEmpty() ? "" : " ").append(entry);
        }
        if (!payload.isEmpty()) {
            payloads.add(payload.toString());
        }
        return payloads;
    }

    static boolean isGap(String payload) {
        return payload.equals(GAP);
    }

    /** The changes in a payload; what is not one, for example from a newer version, is left out. */
    static List<RowChange> changesIn(String payload) {
        List<RowChange> changes = new ArrayList<>();
        Matcher matcher = CHANGE.matcher(payload);
        while (matcher.find()) {
            changes.add(new RowChange(matcher.group(1), Long.parseLong(matcher.group(2))));
        }
        return changes;
    }
}
