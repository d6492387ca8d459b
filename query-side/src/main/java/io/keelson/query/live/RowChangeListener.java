package io.keelson.query.live;

import java.util.List;

/** Is told of changes in the thread of a projection, after the commit; it must neither wait nor throw. */
interface RowChangeListener {
    void changed(List<RowChange> changes);
}
