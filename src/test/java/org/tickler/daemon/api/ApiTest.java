package org.tickler.daemon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.daemon.api.ApiFirm.json;
import static org.tickler.engine.Samples.ACME;
import static org.tickler.engine.Samples.JLIN;
import static org.tickler.engine.Samples.MHARPER;
import static org.tickler.engine.Samples.RDIAZ;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.AskFixture;
import org.tickler.engine.Samples;
import org.tickler.engine.store.AnswerWay;
import org.tickler.engine.store.ApiScope;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.token.ApiTokens;
import org.tickler.engine.token.TokenRefused;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.remind.AskId;

/** The API as another program meets it, over HTTP. */
class ApiTest {
    private static final String BRIEF =
            "{\"matter\": \"H-2291\", \"kind\": \"filing\", \"title\": \"Reply brief\", \"date\": \"2026-04-01\"}";

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private ApiFirm api;

    @BeforeEach
    void open() throws IOException {
        api = new ApiFirm(tests.database());
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void letsNobodyInWithoutAGoodToken() throws Exception {
        for (String token : List.of("", "tk_" + "x".repeat(43), "x")) {
            HttpResponse<String> refused = api.get("/api/v1/entries", token);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("www-authenticate")).contains("Bearer realm=\"tickler\"");
            assertThat(refused.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(refused.headers().firstValue("cache-control")).contains("no-store");
            assertThat(json(refused).path("detail").asText()).contains("tickler token add");
        }
    }

    @Test
    void aRevokedOrExpiredTokenOpensNothing() throws Exception {
        ApiTokens.Added added = api.added(JLIN, ApiScope.READ);
        ApiTokens.Added brief = api.tokens.add(
                new ApiTokens.Wanted(
                        JLIN,
                        "brief",
                        Set.of(ApiScope.READ),
                        Optional.of(api.firm.clock().instant().plus(Duration.ofHours(1)))),
                "rdiaz",
                api.firm.clock().instant());
        assertThat(api.get("/api/v1/entries", added.secret()).statusCode()).isEqualTo(200);
        assertThat(api.get("/api/v1/entries", brief.secret()).statusCode()).isEqualTo(200);

        api.tokens.revoke(added.token().id(), "rdiaz", api.firm.clock().instant());
        api.firm.clock().advance(Duration.ofHours(1));

        assertThat(api.get("/api/v1/entries", added.secret()).statusCode()).isEqualTo(401);
        assertThat(api.get("/api/v1/entries", brief.secret()).statusCode()).isEqualTo(401);
    }

    @Test
    void whoHasLeftIsLetInNoMore() throws Exception {
        String token = api.token(AskFixture.KCHO, ApiScope.READ);
        assertThat(api.get("/api/v1/people", token).statusCode()).isEqualTo(200);

        leaves(AskFixture.kcho());

        assertThat(api.get("/api/v1/people", token).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenWithoutTheScopeIsToldWhichOneIsMissing() throws Exception {
        HttpResponse<String> refused = api.post("/api/v1/entries", api.token(JLIN, ApiScope.READ), BRIEF);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("code").asText()).isEqualTo("missing-scope");
        assertThat(json(refused).path("detail").asText()).contains("\"write\"");
        assertThat(refused.headers().firstValue("www-authenticate"))
                .contains("Bearer realm=\"tickler\", error=\"insufficient_scope\", scope=\"write\"");
    }

    @Test
    void storesNoTokenAndSaysItNowhere() {
        ApiTokens.Added added = api.added(JLIN, ApiScope.READ);
        List<String> rows = tests.database()
                .withHandle(handle -> handle.createQuery(
                                "SELECT token::text FROM token UNION ALL SELECT audit::text FROM audit")
                        .mapTo(String.class)
                        .list());

        assertThat(added.secret()).startsWith("tk_").hasSize(46);
        assertThat(added.toString()).doesNotContain(added.secret());
        assertThat(String.join("\n", rows))
                .contains(added.token().id())
                .doesNotContain(added.secret().substring(3));
    }

    @Test
    void onlyStaffGetATokenThatChangesTheDocket() {
        Assertions.assertThatThrownBy(() -> api.token(ACME, ApiScope.WRITE))
                .isInstanceOf(TokenRefused.class)
                .hasMessageContaining("acme is not one of the staff");
    }

    @Test
    void slowsWhoGuessesTokensAndNobodyWhoHasOne() throws Exception {
        String token = api.token(JLIN, ApiScope.READ);
        int status = 0;
        for (int guess = 0; guess < 40; guess++) {
            status = api.get("/api/v1/people", "tk_" + "y".repeat(43), "X-Forwarded-For", "203.0.113.9")
                    .statusCode();
        }

        assertThat(status).isEqualTo(429);
        assertThat(api.get("/api/v1/people", token, "X-Forwarded-For", "203.0.113.9")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatThePersonMayNotSeeIsNotThere() throws Exception {
        String token = api.token(MHARPER);
        String hearing = api.firm.hearing().id().value();
        AskId ask = api.firm.ask("lead", JLIN, Channel.EMAIL);
        assertThat(api.get("/api/v1/entries/" + hearing, token).statusCode()).isEqualTo(200);

        api.firm.wallOff(MHARPER);

        for (String path : List.of(
                "/api/v1/entries/" + hearing,
                "/api/v1/entries/" + hearing + "/explain",
                "/api/v1/matters/H-2291",
                "/api/v1/entries?matter=H-2291",
                "/api/v1/agenda?matter=H-2291",
                "/api/v1/asks/" + ask)) {
            HttpResponse<String> hidden = api.get(path, token);
            assertThat(hidden.statusCode()).as(path).isEqualTo(404);
            assertThat(hidden.body()).as(path).doesNotContain("Acme Corp. v.", "walled");
        }
        for (String path : List.of(
                "/api/v1/entries", "/api/v1/agenda?from=2026-01-01", "/api/v1/matters", "/api/v1/asks?person=jlin")) {
            assertThat(json(api.get(path, token)).path("items")).as(path).isEmpty();
        }
        String moved = "{\"to\": \"2026-03-13\"}";
        assertThat(api.post("/api/v1/entries/" + hearing + "/move", token, moved)
                        .statusCode())
                .isEqualTo(404);
        assertThat(api.post("/api/v1/entries", token, BRIEF).statusCode()).isEqualTo(404);
        assertThat(api.post("/api/v1/asks/" + ask + "/answer", token, "{\"answer\": \"have-it\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aClientSeesItselfAndItsOwnMatters() throws Exception {
        String token = api.token(ACME, ApiScope.READ);

        assertThat(json(api.get("/api/v1/people", token)).findValuesAsText("id"))
                .containsExactly("acme");
        assertThat(json(api.get("/api/v1/matters", token)).findValuesAsText("id"))
                .containsExactly("H-2291");
        assertThat(api.get("/api/v1/people/jlin", token).statusCode()).isEqualTo(404);
    }

    @Test
    void neverTellsAddressesAndNumbersOfPeople() throws Exception {
        assertThat(api.get("/api/v1/people", api.token(JLIN, ApiScope.READ)).body())
                .contains("mharper")
                .doesNotContain("@firm.example", "+1212");
    }

    @Test
    void movesAnEntryAsThePersonOfTheToken() throws Exception {
        String token = api.token(JLIN, ApiScope.WRITE, ApiScope.READ);
        String hearing = api.firm.hearing().id().value();
        String body = "{\"to\": \"2026-03-16T10:00\", \"reason\": \"order of 10 March\"}";

        HttpResponse<String> preview = api.post("/api/v1/entries/" + hearing + "/move?dry-run=true", token, body);
        assertThat(json(preview).path("applied").asBoolean()).isFalse();
        assertThat(json(preview).path("moves").path(0).asText()).contains("Mon 2026-03-16 10:00");
        assertThat(api.get("/api/v1/entries/" + hearing, token).body()).contains("2026-03-12T09:30:00-04:00");

        HttpResponse<String> moved = api.post("/api/v1/entries/" + hearing + "/move", token, body);
        assertThat(json(moved).path("applied").asBoolean()).isTrue();
        assertThat(api.get("/api/v1/entries/" + hearing, token).body()).contains("2026-03-16T10:00:00-04:00");
        assertThat(api.get("/api/v1/entries/" + hearing + "/explain", token).body())
                .contains("\"by\":\"jlin\"", "order of 10 March");
    }

    @Test
    void explainsTheWholeLifeToTheStaffWithoutTokens() throws Exception {
        String hearing = api.firm.hearing().id().value();
        String pasted = "Qw3".repeat(14) + "x";
        String path = "/api/v1/entries/" + hearing + "/explain";
        String moved = "{\"to\": \"2026-03-16T10:00\", \"reason\": \"order of 10 March,\\n" + pasted + "\"}";
        assertThat(api.post("/api/v1/entries/" + hearing + "/move", api.token(JLIN), moved)
                        .statusCode())
                .isEqualTo(200);
        JsonNode life = json(api.get(path, api.token(RDIAZ))).path("life");
        assertThat(life).isNotEmpty();
        assertThat(life.findValuesAsText("what")).contains("act");
        assertThat(life.findValuesAsText("words"))
                .anyMatch(words -> words.startsWith("moved by jlin") && words.contains("(token left out)"));
        assertThat(life.toString()).doesNotContain(pasted);
        assertThat(json(api.get(path, api.token(ACME, ApiScope.READ))).has("life"))
                .as("a client reads nothing of who was told and answered")
                .isFalse();
    }

    @Test
    void neverTellsAddressesAndNumbersInTheLifeOfAnEntry() throws Exception {
        AskId mailed = api.firm.ask("lead", JLIN, Channel.EMAIL);
        api.firm.mailed(mailed, "M-lin", "7KQ");
        tests.database().inTransaction(handle -> {
            handle.execute("UPDATE attempt SET outcome = 'refused', detail = '550 no room for 212-555-0102'");
            return handle.execute(
                    "UPDATE reminder SET why = 'jlin@firm.example and +12125550102 failed, 2 days before'");
        });
        api.firm.fail(
                api.firm.plan("told", JLIN, Channel.SMS), Channel.SMS, "refused: 550 <jlin@firm.example> unknown");

        JsonNode life = json(api.get("/api/v1/entries/" + api.firm.hearing().id() + "/explain", api.token(RDIAZ)))
                .path("life");

        assertThat(life.findValuesAsText("words"))
                .anyMatch(words -> words.startsWith("tried to tell jlin by email: (address left out) and"))
                .anyMatch(words -> words.startsWith("not told to jlin by sms: "));
        assertThat(life.toString())
                .contains("refused", "2 days before")
                .doesNotContain("@firm.example", "12125550102", "212-555-0102", "\"address\"", "\"detail\"");
    }

    @Test
    void addsOnceWhatIsSentTwiceUnderOneKey() throws Exception {
        String token = api.token(JLIN);
        HttpResponse<String> first = api.post("/api/v1/entries", token, BRIEF, "Idempotency-Key", "a1");
        HttpResponse<String> second = api.post("/api/v1/entries", token, BRIEF, "Idempotency-Key", "a1");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("location"))
                .isEqualTo(first.headers().firstValue("location"))
                .contains("/api/v1/entries/" + json(first).path("entry").asText());
        assertThat(second.headers().firstValue("idempotency-replayed")).contains("true");
        assertThat(briefs(token)).isEqualTo(1);

        HttpResponse<String> other =
                api.post("/api/v1/entries", token, BRIEF.replace("Reply", "Other"), "Idempotency-Key", "a1");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(json(other).path("code").asText()).isEqualTo("key-used");
        assertThat(briefs(token)).isEqualTo(1);

        api.firm.clock().advance(Duration.ofHours(25));
        assertThat(api.post("/api/v1/entries", token, BRIEF, "Idempotency-Key", "a1")
                        .statusCode())
                .isEqualTo(201);
        assertThat(briefs(token)).isEqualTo(2);
    }

    @Test
    void addsOnceWhatComesTenTimesAtTheSameMoment() throws Exception {
        String token = api.token(JLIN);
        List<Callable<String>> all = new ArrayList<>();
        for (int at = 0; at < 10; at++) {
            all.add(() -> api.post("/api/v1/entries", token, BRIEF, "Idempotency-Key", "at-once")
                    .body());
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> answers = new ArrayList<>();
            for (Future<String> one : threads.invokeAll(all)) {
                answers.add(one.get());
            }
            assertThat(answers).containsOnly(answers.getFirst());
        }
        assertThat(briefs(token)).isEqualTo(1);
    }

    @Test
    void recordsAnAnswerOfThePersonAsked() throws Exception {
        AskId ask = api.firm.ask("lead", JLIN, Channel.EMAIL);
        String token = api.token(JLIN, ApiScope.ANSWER);
        assertThat(json(api.get("/api/v1/asks", token)).path("items").findValuesAsText("id"))
                .containsExactly(ask.value());
        assertThat(json(api.get("/api/v1/asks", api.token(RDIAZ))).path("items"))
                .isEmpty();
        String path = "/api/v1/asks/" + ask + "/answer";
        assertThat(api.post(path, api.token(RDIAZ), "{\"answer\": \"have-it\"}").body())
                .contains("Rosa Diaz does not answer for John Lin");

        HttpResponse<String> taken = api.post(path, token, "{\"answer\": \"have-it\"}");
        assertThat(json(taken).path("result").asText()).isEqualTo("taken");
        assertThat(json(api.post(path, token, "{\"answer\": \"have-it\"}"))
                        .path("result")
                        .asText())
                .isEqualTo("same");
        assertThat(api.firm.find(ask).given().orElseThrow().how()).isEqualTo(AnswerWay.API);
        assertThat(json(api.get("/api/v1/asks", token)).path("items")).isEmpty();
    }

    @Test
    void anAnswerToAFormerDateIsAConflictAndStandsInTheAudit() throws Exception {
        AskId ask = api.firm.ask("lead", JLIN, Channel.EMAIL);
        String token = api.token(JLIN);
        api.post("/api/v1/entries/" + api.firm.hearing().id() + "/move", token, "{\"to\": \"2026-03-16\"}");

        HttpResponse<String> late =
                api.post("/api/v1/asks/" + ask + "/answer", token, "{\"answer\": \"have-it\"}", "Idempotency-Key", "k");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late).path("code").asText()).isEqualTo("date-moved");
        assertThat(api.firm.acts()).contains("answered-former-date");
    }

    @Test
    void givesListsPageByPage() throws Exception {
        String token = api.token(JLIN);
        for (int day = 1; day <= 5; day++) {
            api.post("/api/v1/entries", token, BRIEF.replace("2026-04-01", "2026-04-0" + day));
        }
        List<String> met = new ArrayList<>();
        String next = "";
        do {
            var page = json(api.get("/api/v1/entries?kind=filing&limit=2" + next, token));
            assertThat(page.path("items").size()).isLessThanOrEqualTo(2);
            page.path("items").forEach(item -> met.add(item.path("date").asText()));
            next = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!next.isEmpty());

        assertThat(met).containsExactly("2026-04-01", "2026-04-02", "2026-04-03", "2026-04-04", "2026-04-05");
        assertThat(api.get("/api/v1/entries?limit=501", token).statusCode()).isEqualTo(400);
        assertThat(api.get("/api/v1/entries?cursor=bm90aGluZw", token).statusCode())
                .isEqualTo(400);
    }

    @Test
    void saysInOneSentenceWhatIsWrongWithARequest() throws Exception {
        String token = api.token(JLIN);
        assertThat(detail(api.get("/api/v1/entries?mater=H-2291", token), 400)).contains("did you mean \"matter\"?");
        assertThat(detail(api.get("/api/v1/entries?kind=hering", token), 400)).contains("did you mean \"hearing\"?");
        assertThat(detail(api.get("/api/v1/entries?from=2026-02-30", token), 400))
                .contains("from: expected a date");
        assertThat(detail(api.get("/api/v1/entries?matter=H-2292", token), 404)).contains("did you mean \"H-2291\"?");
        assertThat(detail(api.post("/api/v1/entries", token, "{"), 400)).contains("no JSON");
        assertThat(detail(api.post("/api/v1/entries", token, "{\"title\": 1}"), 400))
                .contains("matter: it is needed");
        assertThat(detail(api.post("/api/v1/entries", token, BRIEF.replace("\"date\"", "\"dat\"")), 400))
                .contains("no key \"dat\"", "did you mean \"date\"?");
        assertThat(detail(api.get("/api/v1/nothing", token), 404)).contains("nothing here");
        assertThat(detail(api.post("/api/v1/people", token, "{}"), 405)).contains("does not take POST");
        assertThat(detail(
                        api.send(api.request("/api/v1/entries", token)
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString(BRIEF))),
                        415))
                .contains("Content-Type: application/json");
        assertThat(detail(
                        api.post(
                                "/api/v1/entries/" + api.firm.hearing().id() + "/done",
                                token,
                                "{\"receipt\": \"1\", \"stamped\": \"2026-03-01\", \"names\": []}"),
                        422))
                .isNotBlank();
    }

    @Test
    void refusesABodyThatIsTooLongAndReadsNoneOfAStranger() throws Exception {
        String token = api.token(JLIN);
        String long1 = "x".repeat(1024 * 1024 + 1);
        HttpResponse<String> refused = api.send(api.request("/api/v1/entries", token)
                .expectContinue(true)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(long1)));
        assertThat(detail(refused, 413)).contains("at most 1048576 bytes");
        HttpResponse<String> stranger = api.send(api.request("/api/v1/loads?source=x", "none")
                .expectContinue(true)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(long1)));
        assertThat(stranger.statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsDoneTakesTwoPeopleWhereTheFirmsRulesSaySoAlsoHere() throws Exception {
        api.firm.wantsTwoForDone();
        String entry = "/api/v1/entries/" + api.firm.hearing().id();
        String clerk = api.token(RDIAZ);
        String attorney = api.token(JLIN);
        api.post(entry + "/done", clerk, "{\"receipt\": \"ECF 41\"}");
        assertThat(status(entry, clerk)).isEqualTo("claimed");
        assertThat(detail(api.post(entry + "/confirm", clerk, "{}"), 422)).contains("another person");
        api.post(entry + "/confirm", attorney, "{}");
        assertThat(status(entry, clerk)).isEqualTo("done");
        api.post(entry + "/reject", attorney, "{\"receipt\": \"ECF 42: deficient\"}");
        assertThat(status(entry, clerk)).isEqualTo("open");
        assertThat(detail(api.post(entry + "/waive", attorney, "{}"), 422)).contains("says why");
        api.post(entry + "/waive", attorney, "{\"reason\": \"moot\"}");
        assertThat(status(entry, clerk)).isEqualTo("waived");
        api.post(entry + "/reopen", attorney, "{\"reason\": \"not moot\"}");
        assertThat(status(entry, clerk)).isEqualTo("open");
        assertThat(detail(api.post(entry + "/done", clerk, "{\"outcome\": \"lost\"}"), 400))
                .contains("submitted");
        assertThat(api.firm.acts()).contains("claimed", "confirmed", "rejected", "waived", "reopened");
    }

    @Test
    void nobodyVerifiesADateOfTheirOwnAlsoHere() throws Exception {
        api.firm.rules("checks:\n  - {id: filings, for: {kind: filing}, verify: blind}\n");
        String clerk = api.token(RDIAZ);
        String attorney = api.token(JLIN);
        String entry = "/api/v1/entries/"
                + json(api.post("/api/v1/entries", clerk, BRIEF)).path("entry").asText();
        assertThat(status(entry, clerk)).isEqualTo("proposed");
        assertThat(api.post(entry + "/verify", clerk, "{\"date\": \"2026-04-01\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(api.post(entry + "/verify", attorney, "{}").statusCode())
                .as("without reading the paper")
                .isEqualTo(422);
        assertThat(api.post(entry + "/verify", attorney, "{\"date\": \"2026-04-01\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(status(entry, clerk)).isEqualTo("open");
    }

    @Test
    void aLoadForAMatterThatThePersonMayNotSeeIsRefusedAsIfThereWereNone() throws Exception {
        String token = api.token(MHARPER);
        String docket = "[{\"id\": \"7\", \"matter\": \"H-2291\", \"kind\": \"filing\", \"title\": \"Reply brief\","
                + " \"date\": \"2026-04-01\"}, {\"id\": \"8\", \"matter\": \"H-2290\", \"kind\": \"filing\","
                + " \"title\": \"Reply brief\", \"date\": \"2026-04-01\"}]";
        api.firm.wallOff(MHARPER);
        var report = json(api.post("/api/v1/loads?source=intake", token, docket));
        assertThat(report.path("rejected").asInt()).isEqualTo(2);
        assertThat(report.path("rows").findValuesAsText("reason"))
                .containsExactly(
                        "no matter has the id \"H-2291\"; add it to matters.yaml first",
                        "no matter has the id \"H-2290\"; add it to matters.yaml first");
        assertThat(briefs(api.token(RDIAZ))).isZero();
    }

    private String status(String entry, String token) throws Exception {
        return json(api.get(entry, token)).path("status").asText();
    }

    @Test
    void aDryLoadChangesNothingAndALoadUnderOneKeyIsAnsweredOnce() throws Exception {
        String token = api.token(RDIAZ, ApiScope.LOAD, ApiScope.READ);
        String docket = "[{\"id\": \"7\", \"matter\": \"H-2291\", \"kind\": \"filing\", \"title\": \"Reply brief\","
                + " \"date\": \"2026-04-01\"}]";
        assertThat(json(api.post("/api/v1/loads?source=intake&dry-run=true", token, docket))
                        .path("new")
                        .asInt())
                .isEqualTo(1);
        assertThat(briefs(token)).isZero();

        HttpResponse<String> first = api.post("/api/v1/loads?source=intake", token, docket, "Idempotency-Key", "l1");
        HttpResponse<String> again = api.post("/api/v1/loads?source=intake", token, docket, "Idempotency-Key", "l1");
        assertThat(json(first).path("new").asInt()).isEqualTo(1);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(json(api.post("/api/v1/loads?source=intake", token, docket))
                        .path("same")
                        .asInt())
                .isEqualTo(1);
        assertThat(briefs(token)).isEqualTo(1);
        assertThat(detail(api.post("/api/v1/loads", token, docket), 400)).contains("source: say whose rows");
    }

    private static String detail(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(json(response).path("status").asInt()).isEqualTo(status);
        return json(response).path("detail").asText();
    }

    private int briefs(String token) throws Exception {
        return json(api.get("/api/v1/entries?kind=filing", token)).path("items").size();
    }

    private void leaves(Person person) {
        LocalDate today = api.firm.clock().instant().atZone(Samples.NEW_YORK).toLocalDate();
        Person gone = new Person(
                person.id(),
                person.name(),
                person.kind(),
                person.roles(),
                person.reach(),
                person.zone(),
                person.quiet(),
                person.leave(),
                person.delegate(),
                person.wants(),
                Optional.of(today),
                person.knownAt());
        tests.database().inTransaction(handle -> PersonStore.save(handle, gone));
    }
}
