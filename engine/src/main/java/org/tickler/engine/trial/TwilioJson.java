package org.tickler.engine.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The bodies of Twilio's answers.
final class TwilioJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final DateTimeFormatter DATES =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT);

    private TwilioJson() {}

    static String message(String account, TwilioText text) {
        return object(account, text).toString();
    }

    static String list(String account, List<TwilioText> texts) {
        ObjectNode page = MAPPER.createObjectNode();
        String uri = "/2010-04-01/Accounts/" + account + "/Messages.json?PageSize=50&Page=0";
        page.put("page", 0)
                .put("page_size", 50)
                .put("start", 0)
                .put("end", Math.max(0, texts.size() - 1))
                .put("uri", uri)
                .put("first_page_uri", uri)
                .putNull("next_page_uri")
                .putNull("previous_page_uri");
        ArrayNode messages = page.putArray("messages");
        texts.forEach(text -> messages.add(object(account, text)));
        return page.toString();
    }

    static String account(String sid) {
        return MAPPER.createObjectNode()
                .put("sid", sid)
                .put("friendly_name", "Trial")
                .put("status", "active")
                .put("type", "Full")
                .put("uri", "/2010-04-01/Accounts/" + sid + ".json")
                .toString();
    }

    static String error(int status, int code, String sentence) {
        ObjectNode error = MAPPER.createObjectNode().put("status", status).put("message", sentence);
        if (code != 0) {
            error.put("code", code).put("more_info", "https://www.twilio.com/docs/errors/" + code);
        }
        return error.toString();
    }

    private static ObjectNode object(String account, TwilioText text) {
        String date = date(text.at());
        ObjectNode node = MAPPER.createObjectNode();
        node.put("account_sid", account)
                .put("api_version", "2010-04-01")
                .put("body", text.body())
                .put("date_created", date)
                .put("date_updated", date)
                .put("direction", "outbound-api")
                .put("from", text.from())
                .putNull("messaging_service_sid")
                .put("num_media", "0")
                .put("num_segments", "1")
                .putNull("price")
                .put("price_unit", "USD")
                .put("sid", text.sid())
                .put("status", text.status())
                .put("to", text.to())
                .put("uri", "/2010-04-01/Accounts/" + account + "/Messages/" + text.sid() + ".json");
        if (text.status().equals("queued")) {
            node.putNull("date_sent");
        } else {
            node.put("date_sent", date);
        }
        if (text.error() == 0) {
            node.putNull("error_code").putNull("error_message");
        } else {
            node.put("error_code", text.error()).put("error_message", "see the documentation of errors");
        }
        return node;
    }

    private static String date(Instant at) {
        return DATES.format(at.atOffset(ZoneOffset.UTC));
    }
}
