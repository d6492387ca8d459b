package io.keelson.job.type.report;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Rows of comma-separated values after RFC 4180. Text that a spreadsheet would take for a formula gets an apostrophe in
 * front, as OWASP's advice on CSV injection says; numbers stay numbers.
 */
final class CsvRow {
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final String END = "\r\n";

    private CsvRow() {}

    static String header(List<String> names) {
        return names.stream().map(CsvRow::text).collect(Collectors.joining(",", "", END));
    }

    static String of(List<JsonNode> cells) {
        return cells.stream().map(CsvRow::cell).collect(Collectors.joining(",", "", END));
    }

    private static String cell(JsonNode cell) {
        if (cell.isMissingNode() || cell.isNull()) {
            return "";
        }
        if (cell.isNumber() || cell.isBoolean()) {
            return cell.asString();
        }
        return text(cell.isString() ? cell.stringValue() : cell.toString());
    }

    private static String text(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.indexOf(',') >= 0
                || safe.indexOf('"') >= 0
                || safe.indexOf('\r') >= 0
                || safe.indexOf('\n') >= 0
                || safe.startsWith(" ")
                || safe.endsWith(" ");
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
