package org.tickler.engine.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/// Takes a connection out of the pool whose server became read-only, as happens after a fail-over: the pool by itself
/// would hand it out until it grows old.
final class StaleConnection implements SQLExceptionOverride {

    private static final String READ_ONLY_TRANSACTION = "25006";

    @java.lang.Override
    public Override adjudicate(SQLException e) {
        return READ_ONLY_TRANSACTION.equals(e.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
