/** JSON Schemas that strangers wrote, read without ever fetching anything. */
@NullMarked
package io.keelson.schema;

import org.jspecify.annotations.NullMarked;
