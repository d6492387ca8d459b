/** An organisation that deploys the platform for its clients: ids and values. */
@NullMarked
package io.keelson.api.partner;

import org.jspecify.annotations.NullMarked;
