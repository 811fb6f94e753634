package org.tickler.daemon.http;

/// Says who may ask before anything long is read of them.
@FunctionalInterface
public interface Admitting {
    /// Looks at a request whose body is not read yet, and is empty in `call`. May block, and throw, as an [Answering]
    /// may.
    Admission admit(Call call);

    /// Whether the request is heard.
    sealed interface Admission {
        /// It is: its body is read, and the whole of it goes to `answering`.
        record In(Answering answering) implements Admission {}

        /// It is not; its body stays unread.
        record Out(Reply reply) implements Admission {}
    }
}
