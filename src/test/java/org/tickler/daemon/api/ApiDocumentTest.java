package org.tickler.daemon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.engine.Samples.JLIN;
import static org.tickler.engine.Samples.RDIAZ;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.calendars.text.Words;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.remind.AskId;

/** The document that is published, held to what the port really takes and gives. */
class ApiDocumentTest {
    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private final Set<String> driven = new TreeSet<>();
    private ApiFirm api;
    private Contract contract;
    private String clerk;
    private String attorney;

    @BeforeEach
    void open() throws IOException {
        api = new ApiFirm(tests.database());
        contract = new Contract(Json.read(Files.readString(page())));
        clerk = api.token(RDIAZ);
        attorney = api.token(JLIN);
    }

    @AfterEach
    void close() {
        api.close();
    }

    /** Tests run in the module's folder, or in the one around it. */
    private static Path page() {
        Path here = Path.of("docs/openapi.json");
        return Files.exists(here) ? here : Path.of("../docs/openapi.json");
    }

    @Test
    void hasEveryRouteWithItsScopeAndNoOther() {
        Set<String> routes = new TreeSet<>();
        for (Operation one : Api.operations()) {
            String name = one.method() + " /api/v1" + one.path();
            routes.add(name);
            assertThat(contract.operation(name)
                            .path("security")
                            .path(0)
                            .path("token")
                            .path(0)
                            .asText())
                    .as(name)
                    .isEqualTo(Words.of(one.scope().orElseThrow()));
        }
        routes.add("GET /api/v1/openapi.json");

        assertThat(contract.operations()).isEqualTo(routes);
    }

    @Test
    void isPublishedAsItStandsToWhoeverAsks() throws Exception {
        HttpResponse<String> published = api.get("/api/v1/openapi.json", "none");

        assertThat(published.statusCode()).isEqualTo(200);
        assertThat(published.body()).isEqualTo(Files.readString(page()));
    }

    @Test
    void agreesWithWhatEveryOperationTakesAndGives() throws Exception {
        AskId ask = api.firm.ask("lead", JLIN, Channel.EMAIL);
        String hearing = api.firm.hearing().id().value();
        JsonNode added = post(201, clerk, "/entries", "/entries", """
                {"matter": "H-2291", "kind": "filing", "title": "Reply brief", "date": "2026-04-01", "court": "us-nysd",
                 "owner": "jlin", "notes": "by hand", "reason": "ECF 33"}""");
        String brief = added.path("entry").asText();
        post(200, clerk, "/entries?dry-run=true", "/entries", """
                {"matter": "H-2291", "kind": "meeting", "title": "Strategy", "date": "2026-04-01T09:30", "ends": "10:30"}""");
        get(
                200,
                clerk,
                "/entries?kind=filing,hearing&status=open&from=2026-03-01&to=2026-12-31&person=jlin",
                "/entries");
        get(200, clerk, "/entries/" + brief, "/entries/{id}");
        get(200, clerk, "/entries/" + brief + "/explain", "/entries/{id}/explain");
        assertThat(api.get("/api/v1/entries/" + brief + "/explain", clerk).body())
                .as("the life that the document speaks of")
                .contains("\"life\":[{\"at\":");
        get(404, clerk, "/entries/E-none", "/entries/{id}");
        get(200, clerk, "/agenda?matter=H-2291", "/agenda");
        act(200, attorney, brief, "move", "{\"to\": \"2026-04-08\", \"reason\": \"ECF 34\"}");
        act(200, attorney, brief, "correct", "{\"title\": \"Reply brief on the motion\", \"owner\": \"rdiaz\"}");
        act(200, attorney, brief, "order", "{\"to\": \"2026-04-09\", \"source\": \"ECF 35\"}");
        act(200, clerk, brief, "verify", "{}");
        act(200, clerk, brief, "extend", "{\"to\": \"2026-04-20\", \"source\": \"ECF 36\"}");
        act(422, clerk, brief, "by-rule", "{}");
        act(422, clerk, brief, "keep", "{}");
        act(
                422,
                clerk,
                brief,
                "done",
                "{\"receipt\": \"ECF 40\", \"stamped\": \"2026-04-09\", \"names\": [\"Bolt LLC\"]}");
        act(200, clerk, brief, "done", "{\"outcome\": \"submitted\", \"receipt\": \"ECF 41\"}");
        act(422, clerk, brief, "confirm", "{}");
        act(200, clerk, brief, "reject", "{\"receipt\": \"ECF 42: deficient\"}");
        act(200, clerk, brief, "waive", "{\"reason\": \"not needed any more\"}");
        act(200, clerk, brief, "reopen", "{\"reason\": \"it is needed\"}");
        act(200, clerk, brief, "cancel", "{\"reason\": \"settled\"}");
        act(400, clerk, hearing, "move", "{}");
        get(200, attorney, "/asks", "/asks");
        get(200, attorney, "/asks/" + ask, "/asks/{id}");
        post(200, attorney, "/asks/" + ask + "/answer", "/asks/{id}/answer", "{\"answer\": \"have-it\"}");
        get(200, clerk, "/people?limit=1", "/people");
        get(200, clerk, "/people/mharper", "/people/{id}");
        get(200, clerk, "/matters?person=jlin", "/matters");
        get(200, clerk, "/matters/H-2291", "/matters/{id}");
        load();
        get(200, clerk, "/status", "/status");
        driven.add("GET /api/v1/openapi.json");

        assertThat(driven).isEqualTo(contract.operations());
    }

    private void load() throws Exception {
        String name = "POST /api/v1/loads";
        String docket =
                "id,matter,kind,title,date\n1,H-2291,filing,Answer,2026-05-04\n2,H-2291,nonsense,Lunch,2026-05-05\n";
        contract.takes(name, "text/csv", docket);
        HttpResponse<String> loaded = api.send(api.request("/api/v1/loads?source=intake", clerk)
                .header("Content-Type", "text/csv; charset=utf-8")
                .POST(BodyPublishers.ofString(docket)));
        assertThat(loaded.statusCode()).as(loaded.body()).isEqualTo(200);
        contract.gives(name, loaded);
        assertThat(ApiFirm.json(loaded).path("new").asInt()).isEqualTo(1);
        assertThat(ApiFirm.json(loaded).path("rows").path(0).path("line").asInt())
                .isEqualTo(3);
        driven.add(name);
    }

    private void get(int status, String token, String path, String template) throws Exception {
        HttpResponse<String> response = api.get("/api/v1" + path, token);
        assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(status);
        contract.gives("GET /api/v1" + template, response);
        driven.add("GET /api/v1" + template);
    }

    private void act(int status, String token, String entry, String word, String body) throws Exception {
        post(status, token, "/entries/" + entry + "/" + word, "/entries/{id}/" + word, body);
    }

    private JsonNode post(int status, String token, String path, String template, String body) throws Exception {
        String name = "POST /api/v1" + template;
        contract.takes(name, "application/json", body);
        HttpResponse<String> response = api.post("/api/v1" + path, token, body);
        assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(status);
        contract.gives(name, response);
        driven.add(name);
        return ApiFirm.json(response);
    }
}
