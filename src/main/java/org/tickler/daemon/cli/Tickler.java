package org.tickler.daemon.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickler.daemon.demo.DemoCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of all commands. {@code --home} is an option of each of them, wherever it stands. */
@Command(
        name = "tickler",
        description = "Derives the deadlines of a law firm, and sees to it that somebody hears of them.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        subcommands = {
            InitCommand.class,
            CheckCommand.class,
            ServeCommand.class,
            LoadCommand.class,
            AddCommand.class,
            MoveCommand.class,
            CorrectCommand.class,
            OrderCommand.class,
            ExtendCommand.class,
            VerifyCommand.class,
            AnswerCommand.class,
            DoneCommand.class,
            WaiveCommand.class,
            ReopenCommand.class,
            CancelCommand.class,
            TransferCommand.class,
            SettleCommand.class,
            StayCommand.class,
            CloseCommand.class,
            UndoCommand.class,
            LeaveCommand.class,
            ReassignCommand.class,
            KeepCommand.class,
            ReleaseCommand.class,
            PlanCommand.class,
            SimulateCommand.class,
            CountCommand.class,
            AgendaCommand.class,
            SheetCommand.class,
            FindCommand.class,
            ExplainCommand.class,
            EvidenceCommand.class,
            TeamCommand.class,
            DeadlinesCommand.class,
            EventsCommand.class,
            CheckupCommand.class,
            FeedCommand.class,
            TokenCommand.class,
            StatusCommand.class,
            ProveCommand.class,
            GuardsCommand.class,
            DrillCommand.class,
            DrillsCommand.class,
            DemoCommand.class,
            MigrateCommand.class
        })
public final class Tickler implements Runnable {

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The firm's home; else the folder that TICKLER_HOME names, else the current one.")
    private @Nullable Path home;

    private Tickler(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The whole command line of the program, ready to execute; it prints to the two writers and nowhere else. */
    public static CommandLine commands(Map<String, String> environment, PrintWriter out, PrintWriter err) {
        return new CommandLine(new Tickler(environment))
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Failures::misused)
                .setExecutionExceptionHandler(Failures::failed);
    }

    Path home() {
        return home != null ? home : Path.of(environment.getOrDefault("TICKLER_HOME", "."));
    }

    Map<String, String> environment() {
        return environment;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
