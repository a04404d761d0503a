package org.holdfast.launcher;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import org.holdfast.launcher.command.BundleCommand;
import org.holdfast.launcher.command.DemoCommand;
import org.holdfast.launcher.command.EngineAlone;
import org.holdfast.launcher.command.ImportCommand;
import org.holdfast.launcher.command.StartCommand;
import org.holdfast.launcher.command.StatusCommand;
import org.holdfast.launcher.command.StopCommand;
import org.holdfast.launcher.evaluate.EvaluateCommand;
import org.holdfast.launcher.start.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** The one entry of the product: {@code holdfast <command>}. */
@Command(
        name = "holdfast",
        mixinStandardHelpOptions = true,
        version = "Holdfast 0.1.0",
        description = "Sees attrition coming, helps to act in time, and to part well.",
        subcommands = {
            StartCommand.class,
            StopCommand.class,
            StatusCommand.class,
            ImportCommand.class,
            BundleCommand.class,
            DemoCommand.class
        })
public final class Main implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    /**
     * Runs a command and ends the process with its exit code: 0 ok, 1 failed, 2 wrong use.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        // Until a server has opened its log, nothing but our own sentences belongs on the administrator's screen.
        LogManager.getLogManager().reset();
        CommandLine line = new CommandLine(new Main());
        line.addSubcommand(new EvaluateCommand(new EngineAlone()));
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (!(failure instanceof StartFailure)) {
                throw failure;
            }
            LOG.error("{}", failure.getMessage(), failure);
            command.getErr().println("holdfast: " + failure.getMessage());
            return ExitCode.SOFTWARE;
        });
        return line;
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
