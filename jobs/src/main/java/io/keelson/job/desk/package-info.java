/**
 * Where people act on jobs. The row of the queue is the state of record, so an act changes the row and publishes its
 * event in one transaction: both are durable, or neither is.
 */
@NullMarked
package io.keelson.job.desk;

import org.jspecify.annotations.NullMarked;
