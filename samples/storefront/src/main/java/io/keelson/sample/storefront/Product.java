package io.keelson.sample.storefront;

import java.math.BigDecimal;

/**
 * Something on sale.
 *
 * @param description empty in releases that have none
 * @param cents price in hundredths
 */
record Product(String name, String description, long cents) {
    String price() {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
