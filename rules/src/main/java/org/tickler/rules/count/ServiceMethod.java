package org.tickler.rules.count;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a paper was served. */
public enum ServiceMethod {
    /** By post, within the state. */
    MAIL,
    MAIL_OUT_OF_STATE,
    MAIL_OUT_OF_COUNTRY,
    /** By e-filing system or e-mail. */
    ELECTRONIC,
    PERSONAL,
    FAX,
    /** By express mail or a carrier that delivers the next day. */
    OVERNIGHT,
    /** Left with the clerk. */
    CLERK,
    /** By another means to which the person served consented. */
    OTHER,
    /** By document exchange. */
    DX,
    /** Left at an address. */
    DELIVERY;

    private static final Map<String, ServiceMethod> ALSO =
            Map.of("post", MAIL, "email", ELECTRONIC, "deliver", DELIVERY, "courier", OVERNIGHT, "hand", PERSONAL);

    /** {@code mail out of state}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The method that {@code word} names, with hyphens or underscores, by its own name or a common one. */
    public static Optional<ServiceMethod> find(String word) {
        String name = word.toLowerCase(Locale.ROOT).replace('-', '_');
        for (ServiceMethod method : values()) {
            if (method.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(method);
            }
        }
        return Optional.ofNullable(ALSO.get(name));
    }
}
