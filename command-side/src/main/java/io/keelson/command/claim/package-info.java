/** Values that only one owner may have, claimed in the command's own transaction. */
@NullMarked
package io.keelson.command.claim;

import org.jspecify.annotations.NullMarked;
