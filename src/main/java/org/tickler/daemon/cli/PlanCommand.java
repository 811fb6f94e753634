package org.tickler.daemon.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.plan.Forecast;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What would change, applied to nothing: with the home as it stands now, and with what else is supposed. */
@Command(
        name = "plan",
        description = "Shows what the home's rules and calendars, or a supposed change, would change; applies nothing.")
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Mixin
    private Supposing supposing;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        try (OpenHome open = home.open()) {
            Forecast forecast = open.engine().forecast(supposing.whatIf(open));
            ForecastWords words = new ForecastWords(forecast, open.settings().zone());
            words.lines().forEach(output::say);
            for (Map<String, Object> item : words.items()) {
                output.item(item);
            }
        }
        return Exit.FINE.code();
    }
}
