package io.keelson.eventstore.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.eventstore.TestNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private final TestNode node = TestNode.start();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void noColumnIsALargeObject() {
        assertThat(node.jdbc().sql("""
                                SELECT table_name || '.' || column_name FROM information_schema.columns
                                WHERE table_schema = 'event_store' AND udt_name IN ('oid', 'lo')
                                """).query(String.class).list()).isEmpty();
    }

    @Test
    void indexesAreDrawnOneByOne() {
        assertThat(node.jdbc()
                        .sql("SELECT cache_size FROM pg_sequences WHERE sequencename = 'domain_event_index'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1L);
    }
}
