/** Instances as operating-system processes with a directory, a port and a database of their own. */
@NullMarked
package io.keelson.driver.process;

import org.jspecify.annotations.NullMarked;
