/** What can be asked about upgrades. */
@NullMarked
package io.keelson.api.upgrade.query;

import org.jspecify.annotations.NullMarked;
