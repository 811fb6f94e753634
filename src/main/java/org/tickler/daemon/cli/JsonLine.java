package org.tickler.daemon.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One object of JSON as its line has it. Numbers keep their digits, a key that stands twice is a fault, and so is anything
 * behind the object.
 *
 * @param keys those read before a fault; a value may be null
 * @param fault what is wrong with the line; empty where it is an object
 */
record JsonLine(Map<String, @Nullable Object> keys, Optional<String> fault) {
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxNumberLength(1000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static JsonLine read(String text) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        try (JsonParser parser = MAPPER.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new JsonLine(keys, Optional.of("the line is no JSON object"));
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                keys.put(key, parser.readValueAs(Object.class));
            }
            return parser.nextToken() == null
                    ? new JsonLine(keys, Optional.empty())
                    : new JsonLine(keys, Optional.of("something stands behind the JSON object"));
        } catch (JsonProcessingException e) {
            return new JsonLine(keys, Optional.of("the line is no JSON: " + e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can always be read", e);
        }
    }
}
