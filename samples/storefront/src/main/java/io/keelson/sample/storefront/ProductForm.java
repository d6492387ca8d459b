package io.keelson.sample.storefront;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a visitor typed.
 *
 * @param problem what is wrong with it, or empty when nothing is
 */
record ProductForm(String name, String description, String price, String problem) {
    static final ProductForm EMPTY = new ProductForm("", "", "", "");
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final Pattern PRICE = Pattern.compile("[0-9]{1,7}([.][0-9]{1,2})?");

    static ProductForm parse(String body) {
        Map<String, String> fields = fields(body);
        String name = fields.getOrDefault("name", "").strip();
        String description = fields.getOrDefault("description", "").strip();
        String price = fields.getOrDefault("price", "").strip();
        return new ProductForm(name, description, price, problem(name, description, price));
    }

    /** Only of a form without a problem. */
    Product product() {
        return new Product(
                name, description, new BigDecimal(price).movePointRight(2).longValueExact());
    }

    private static String problem(String name, String description, String price) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || hasControl(name)) {
            return "The name must have 1 to %d printable characters.".formatted(LONGEST_NAME);
        }
        if (description.length() > LONGEST_DESCRIPTION || hasControl(description)) {
            return "The description must have at most %d printable characters.".formatted(LONGEST_DESCRIPTION);
        }
        if (!PRICE.matcher(price).matches()) {
            return "The price must be a number such as 12.50, below ten million.";
        }
        return "";
    }

    private static boolean hasControl(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }

    private static Map<String, String> fields(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
