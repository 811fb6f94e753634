package org.tickler.daemon.ops;

import java.util.List;
import org.tickler.daemon.http.Call;
import org.tickler.daemon.http.Reply;
import org.tickler.daemon.http.Routes;

/** The addresses of the ops port. */
public final class OpsRoutes {
    private static final int NO_BODY = 0;
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final Readiness readiness;
    private final Reload reload;
    private final Metrics metrics;

    public OpsRoutes(Readiness readiness, Reload reload, Metrics metrics) {
        this.readiness = readiness;
        this.reload = reload;
        this.metrics = metrics;
    }

    /** {@code /-/healthy} as long as the process lives; {@code /-/ready} with 503 and the reasons while it is not. */
    public Routes routes() {
        return new Routes()
                .get("/-/healthy", call -> Reply.text(200, "healthy"))
                .get("/-/ready", this::ready)
                .post("/-/reload", NO_BODY, this::reload)
                .get("/metrics", call -> Reply.of(200, METRICS, metrics.text()));
    }

    private Reply ready(Call call) {
        List<String> obstacles = readiness.obstacles();
        return obstacles.isEmpty() ? Reply.text(200, "ready") : Reply.text(503, String.join("\n", obstacles));
    }

    private Reply reload(Call call) {
        List<String> problems = reload.run();
        return problems.isEmpty()
                ? Reply.text(200, "reloaded")
                : Reply.text(422, "not reloaded; what was active stays so:\n" + String.join("\n", problems));
    }
}
