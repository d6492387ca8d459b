package io.keelson.job.type.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CsvRowTest {
    @Test
    void separatorsQuotesAndLinesAreQuoted() {
        assertThat(row("[\"a\", \"b,c\", \"say \\\"hi\\\"\", \"two\\nlines\", null, \" x\"]"))
                .isEqualTo("a,\"b,c\",\"say \"\"hi\"\"\",\"two\nlines\",,\" x\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\\t=1", "\\r=1", "＝1"})
    void textThatLooksLikeAFormulaIsMadeHarmless(String text) {
        String cell = row("[\"%s\"]".formatted(text)).replace("\"", "");

        assertThat(cell).startsWith("'");
    }

    @Test
    void numbersStayNumbersAndGroupsBecomeJson() {
        assertThat(row("[-5, 1.50, true, [1, 2], {\"a\": \"b\"}]"))
                .isEqualTo("-5,1.5,true,\"[1,2]\",\"{\"\"a\"\":\"\"b\"\"}\"\r\n");
    }

    private static String row(String json) {
        List<JsonNode> cells = JsonMapper.shared().readTree(json).valueStream().toList();
        return CsvRow.of(cells);
    }
}
