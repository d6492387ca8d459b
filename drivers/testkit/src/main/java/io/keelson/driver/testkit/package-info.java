/** The contract of drivers as a test, and a driver that lives in memory. */
@NullMarked
package io.keelson.driver.testkit;

import org.jspecify.annotations.NullMarked;
