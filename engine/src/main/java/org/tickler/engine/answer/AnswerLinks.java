package org.tickler.engine.answer;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tickler.rules.remind.AskId;

/// Makes and reads the addresses of answer pages. A token is the ask's id and a seal over it that only the firm's key
/// can make, so the same ask always has the same link and nothing secret is stored. Safe for many threads.
public final class AnswerLinks {

    private static final String PURPOSE = "answer-page";
    private static final int SHORTEST_KEY = 32;
    private static final int ID_LENGTH = 20;
    private static final int SEAL_BYTES = 24;
    private static final Pattern FORM = Pattern.compile("[0-9a-z]{20}[A-Za-z0-9_-]{32}");

    private final SecretKeySpec key;
    private final String under;

    /// @param firmKey at least 32 random bytes, the same on every node and for as long as links are to work
    /// @param publicUrl where people reach the firm's public port, with or without a final slash
    public AnswerLinks(byte[] firmKey, URI publicUrl) {
        if (firmKey.length < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "the firm's key needs at least " + SHORTEST_KEY + " bytes, but has " + firmKey.length);
        }
        this.key = new SecretKeySpec(firmKey.clone(), "HmacSHA256");
        this.under = publicUrl.toString().replaceAll("/+$", "") + "/a/";
    }

    /// The token of an ask: 52 letters, digits, hyphens and underscores.
    public String token(AskId ask) {
        return code(ask) + Base64.getUrlEncoder().withoutPadding().encodeToString(seal(ask));
    }

    /// The page on which an ask can be answered.
    public URI link(AskId ask) {
        return URI.create(under + token(ask));
    }

    /// Where an ask's page is, without the token: fit for kept copies, logs and audit.
    public URI place(AskId ask) {
        return URI.create(under + code(ask) + "...");
    }

    /// The ask that a token was made for; empty for any text that this firm's key did not make.
    public Optional<AskId> read(String token) {
        if (!FORM.matcher(token).matches()) {
            return Optional.empty();
        }
        AskId ask = new AskId("A-" + token.substring(0, ID_LENGTH));
        boolean ours = MessageDigest.isEqual(
                token(ask).getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.US_ASCII));
        return ours ? Optional.of(ask) : Optional.empty();
    }

    /// A text with the place of each answer page in it, and no token of this firm's any more.
    public String withoutTokens(String text) {
        Matcher link = Pattern.compile(Pattern.quote(under) + "(" + FORM.pattern() + ")")
                .matcher(text);
        return link.replaceAll(found -> Matcher.quoteReplacement(
                read(found.group(1)).map(ask -> place(ask).toString()).orElse(found.group())));
    }

    private byte[] seal(AskId ask) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            byte[] whole = mac.doFinal((PURPOSE + '\0' + ask.value()).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(whole, SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    private static String code(AskId ask) {
        return ask.value().substring("A-".length());
    }
}
