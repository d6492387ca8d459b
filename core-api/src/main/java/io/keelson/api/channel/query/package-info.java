/** What can be asked about channels. */
@NullMarked
package io.keelson.api.channel.query;

import org.jspecify.annotations.NullMarked;
