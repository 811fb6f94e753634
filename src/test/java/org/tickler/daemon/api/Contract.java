package org.tickler.daemon.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.tickler.engine.store.Json;

/** The published document, and whether what is asked and answered is as it says. */
final class Contract {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode document;

    Contract(JsonNode document) {
        this.document = document;
    }

    /** Every operation as {@code METHOD path}. */
    Set<String> operations() {
        Set<String> all = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> all.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return all;
    }

    JsonNode operation(String name) {
        String[] parts = name.split(" ", 2);
        JsonNode found = document.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
        assertThat(found.isObject()).as(name).isTrue();
        return found;
    }

    /** What the document says of a body that is sent. */
    void takes(String operation, String type, String body) {
        JsonNode content =
                operation(operation).path("requestBody").path("content").path(type);
        assertThat(content.isObject()).as(operation + " takes " + type).isTrue();
        if (type.equals("application/json")) {
            assertThat(faults(content.path("schema"), Json.read(body)))
                    .as(operation + " takes " + body)
                    .isEmpty();
        }
    }

    /** What the document says of an answer. */
    void gives(String operation, HttpResponse<String> response) {
        JsonNode answer = operation(operation).path("responses").path(Integer.toString(response.statusCode()));
        assertThat(answer.isObject())
                .as(operation + " may answer " + response.statusCode() + ": " + response.body())
                .isTrue();
        String type = response.headers().firstValue("content-type").orElse("");
        JsonNode content = answer.path("content").path(type);
        assertThat(content.isObject())
                .as(operation + " answers " + response.statusCode() + " as " + type)
                .isTrue();
        assertThat(faults(content.path("schema"), Json.read(response.body())))
                .as(operation + " answers " + response.body())
                .isEmpty();
    }

    private Set<?> faults(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return SCHEMAS.getSchema(whole).validate(value);
    }
}
