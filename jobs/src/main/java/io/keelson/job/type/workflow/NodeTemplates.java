package io.keelson.job.type.workflow;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Results of earlier nodes in the texts of a payload. {@code ${fetch.result.items.0.name}} is a part of the result of node
 * {@code fetch}; {@code ${fetch.result/items/0/name}} is the same as a JSON pointer (RFC 6901), for names with dots. A text
 * that is nothing but one template becomes the value with its type, else the value is written into the text.
 */
final class NodeTemplates {
    private static final Pattern TEMPLATE =
            Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_-]*)\\.result((?:\\.[^.}/]+)*|(?:/[^}]*)?)}");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private NodeTemplates() {}

    /** The nodes whose results are wanted. */
    static Set<String> nodesIn(JsonNode template) {
        Set<String> nodes = new HashSet<>();
        if (template.isString()) {
            Matcher found = TEMPLATE.matcher(template.stringValue());
            while (found.find()) {
                nodes.add(found.group(1));
            }
        }
        template.values().forEach(part -> nodes.addAll(nodesIn(part)));
        return nodes;
    }

    /**
     * A payload with the results in their places.
     *
     * @param results by node; every node that the template names is there
     * @throws UnresolvedTemplate when a result has no such part
     */
    static JsonNode fill(JsonNode template, Map<String, JsonNode> results) throws UnresolvedTemplate {
        if (template.isString()) {
            return text(template.stringValue(), results);
        }
        if (template.isObject()) {
            ObjectNode filled = JSON.objectNode();
            for (Map.Entry<String, JsonNode> part : template.properties()) {
                filled.set(part.getKey(), fill(part.getValue(), results));
            }
            return filled;
        }
        if (template.isArray()) {
            ArrayNode filled = JSON.arrayNode();
            for (JsonNode part : template) {
                filled.add(fill(part, results));
            }
            return filled;
        }
        return template;
    }

    private static JsonNode text(String text, Map<String, JsonNode> results) throws UnresolvedTemplate {
        Matcher found = TEMPLATE.matcher(text);
        if (found.matches()) {
            return value(found, results);
        }
        found.reset();
        StringBuilder filled = new StringBuilder();
        while (found.find()) {
            JsonNode value = value(found, results);
            found.appendReplacement(
                    filled, Matcher.quoteReplacement(value.isString() ? value.stringValue() : value.toString()));
        }
        return JSON.stringNode(found.appendTail(filled).toString());
    }

    private static JsonNode value(Matcher found, Map<String, JsonNode> results) throws UnresolvedTemplate {
        String path = found.group(2);
        JsonNode result = results.getOrDefault(found.group(1), JSON.missingNode());
        JsonNode value = result.at(JsonPointer.compile(path.startsWith(".") ? path.replace('.', '/') : path));
        if (value.isMissingNode()) {
            throw new UnresolvedTemplate("the result of node %s has no part \"%s\"".formatted(found.group(1), path));
        }
        return value;
    }

    /** A result has no such part. */
    static final class UnresolvedTemplate extends Exception {
        UnresolvedTemplate(String message) {
            super(message);
        }
    }
}
