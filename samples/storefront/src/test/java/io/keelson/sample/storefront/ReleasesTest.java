package io.keelson.sample.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReleasesTest {
    private static final String CLASSPATH = "classpath:";
    private final JsonMapper json = new JsonMapper();

    @Test
    void everyDescribedReleaseBringsTheJarOfItsOwnVersion() throws Exception {
        List<String> described = new ArrayList<>();
        for (JsonNode release : releases()) {
            String number = release.at("/number").asString();
            String source = release.at("/artifacts/process/files/0/source").asString();

            assertThat(source).startsWith(CLASSPATH);
            assertThat(versionInside(source.substring(CLASSPATH.length()))).isEqualTo(number);
            described.add(number);
        }
        assertThat(described).containsExactly("1.0.0", "1.1.0", "1.2.0", "2.0.0");
    }

    @Test
    void theSchemaAllowsNothingButAShortGreeting() throws Exception {
        for (JsonNode release : releases()) {
            JsonNode schema =
                    json.readTree(release.at("/artifacts/configurationSchema").asString());

            assertThat(schema.at("/additionalProperties").asBoolean(true)).isFalse();
            assertThat(schema.at("/properties/greeting/maxLength").asInt()).isEqualTo(200);
            assertThat(schema.at("/properties").size()).isEqualTo(1);
        }
    }

    private JsonNode releases() throws Exception {
        try (InputStream in = ReleasesTest.class.getResourceAsStream("/samples/storefront/releases.json")) {
            return json.readTree(in);
        }
    }

    private static String versionInside(String resource) throws Exception {
        try (JarInputStream jar = new JarInputStream(ReleasesTest.class.getResourceAsStream("/" + resource))) {
            for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                if (entry.getName().equals("storefront/release.properties")) {
                    Properties properties = new Properties();
                    properties.load(jar);
                    return properties.getProperty("version");
                }
            }
        }
        throw new AssertionError("no release.properties in " + resource);
    }
}
