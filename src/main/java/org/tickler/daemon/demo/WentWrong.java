package org.tickler.daemon.demo;

/** Something in the story did not happen. */
final class WentWrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WentWrong(String what) {
        super(what);
    }

    /** Throws itself unless what the story expects is so. */
    static void unless(boolean so, String expected) {
        if (!so) {
            throw new WentWrong("expected that " + expected);
        }
    }
}
