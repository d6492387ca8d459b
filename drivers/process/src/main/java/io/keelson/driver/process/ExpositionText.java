package io.keelson.driver.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Reads the text format in which programs tell their figures to Prometheus (version 0.0.4, and what OpenMetrics shares with
 * it). Comments, timestamps and exemplars are passed over.
 */
final class ExpositionText {
    private final String line;
    private int at;

    private ExpositionText(String line) {
        this.line = line;
    }

    /** The text does not keep to the format. The message has nothing of the text in it, which may be hostile. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedException(int line, String problem) {
            super("line %d: %s".formatted(line, problem));
        }
    }

    /** The samples of the wanted names, in their order; of other lines only the name is looked at. */
    static List<MetricSample> read(String text, Predicate<String> wanted) throws MalformedException {
        List<MetricSample> samples = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            String stripped = line.strip();
            if (stripped.isEmpty() || stripped.startsWith("#")) {
                continue;
            }
            try {
                ExpositionText reader = new ExpositionText(stripped);
                String name = reader.name();
                if (wanted.test(name)) {
                    samples.add(new MetricSample(name, reader.labels(), reader.value()));
                }
            } catch (IllegalArgumentException problem) {
                throw new MalformedException(number, String.valueOf(problem.getMessage()));
            }
        }
        return samples;
    }

    private String name() {
        int begin = at;
        while (at < line.length() && isOfName(line.charAt(at), at == begin)) {
            at++;
        }
        if (begin == at) {
            throw new IllegalArgumentException("a name is missing");
        }
        return line.substring(begin, at);
    }

    private static boolean isOfName(char c, boolean first) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || (!first && isDigit(c));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private Map<String, String> labels() {
        skipBlanks();
        if (at >= line.length() || line.charAt(at) != '{') {
            return Map.of();
        }
        at++;
        Map<String, String> labels = new HashMap<>();
        skipBlanks();
        while (peek() != '}') {
            String label = name();
            skipBlanks();
            expect('=');
            skipBlanks();
            if (labels.put(label, quoted()) != null) {
                throw new IllegalArgumentException("a label comes twice");
            }
            skipBlanks();
            if (peek() == ',') {
                at++;
                skipBlanks();
            } else if (peek() != '}') {
                throw new IllegalArgumentException("labels are not separated by commas");
            }
        }
        at++;
        return labels;
    }

    private String quoted() {
        expect('"');
        StringBuilder value = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            value.append(c == '\\' ? escaped(next()) : c);
        }
        return value.toString();
    }

    private static char escaped(char c) {
        return switch (c) {
            case '\\', '"' -> c;
            case 'n' -> '\n';
            default -> throw new IllegalArgumentException("a label has an unknown escape");
        };
    }

    private double value() {
        skipBlanks();
        int begin = at;
        while (at < line.length() && line.charAt(at) != ' ' && line.charAt(at) != '\t') {
            at++;
        }
        String number = line.substring(begin, at);
        return switch (number) {
            case "NaN" -> Double.NaN;
            case "Inf", "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> decimal(number);
        };
    }

    // Java would take more than the format has: hexadecimal digits, a suffix, surrounding blanks.
    private static double decimal(String number) {
        if (number.isEmpty() || !number.chars().allMatch(c -> isDigit(c) || "+-.eE".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("the value is no number");
        }
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("the value is no number");
        }
    }

    private void skipBlanks() {
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
    }

    private char peek() {
        if (at >= line.length()) {
            throw new IllegalArgumentException("the line ends too early");
        }
        return line.charAt(at);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw new IllegalArgumentException("a label has no quoted value");
        }
    }
}
