package io.keelson.app.upgrade;

/** What was met in all histories. */
final class HistoryTally {
    int promises;
    int looks;
    int begun;
    int proposed;
    int dropped;
    int named;
    int refused;

    @Override
    public String toString() {
        return ("%d things said, %d looks, %d upgrades begun by themselves, %d proposed, %d dropped, %d asked for by"
                        + " name, %d requests refused")
                .formatted(promises, looks, begun, proposed, dropped, named, refused);
    }
}
