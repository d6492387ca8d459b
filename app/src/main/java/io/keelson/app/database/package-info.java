/** The control plane's own PostgreSQL: embedded or external, checked, migrated, pooled. */
@NullMarked
package io.keelson.app.database;

import org.jspecify.annotations.NullMarked;
