package org.tickler.engine.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/// The pool of connections to the firm's database.
final class Pool {

    private static final int MOST_CONNECTIONS = 10;
    private static final Duration WAIT_FOR_ONE = Duration.ofSeconds(15);
    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final Duration UNUSED = Duration.ofMinutes(2);

    private Pool() {}

    /// A pool that connects when first asked: before the first migration the runner's role may not exist.
    static HikariDataSource of(DatabaseAddress address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("tickler");
        config.setJdbcUrl(address.url());
        config.setDataSourceProperties(Session.driverProperties(address.run()));
        config.setConnectionInitSql(Session.opening(address.run()));
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(WAIT_FOR_ONE.toMillis());
        config.setMaxLifetime(OLDEST.toMillis());
        config.setIdleTimeout(UNUSED.toMillis());
        config.setExceptionOverride(new StaleConnection());
        return new HikariDataSource(config);
    }
}
