/** What can be read about partners. */
@NullMarked
package io.keelson.api.partner.query;

import org.jspecify.annotations.NullMarked;
