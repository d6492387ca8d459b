package io.keelson.job.queue;

/** Makes any text fit for a column. */
final class StoredText {
    private StoredText() {}

    /** At most {@code longest} characters, and none that PostgreSQL refuses. */
    static String cut(String text, int longest) {
        String shorter = text.length() <= longest ? text : text.substring(0, longest);
        return shorter.indexOf('\0') < 0 ? shorter : shorter.replace('\0', '\uFFFD');
    }
}
