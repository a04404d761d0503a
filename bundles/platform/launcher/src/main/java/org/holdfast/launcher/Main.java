package org.holdfast.launcher;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.LogManager;
import org.holdfast.launcher.bundles.LanguageBundles;
import org.holdfast.launcher.bundles.TrustFiles;
import org.holdfast.launcher.command.AuditCommand;
import org.holdfast.launcher.command.BackupCommand;
import org.holdfast.launcher.command.BundleCommand;
import org.holdfast.launcher.command.DemoCommand;
import org.holdfast.launcher.command.DoctorCommand;
import org.holdfast.launcher.command.EngineAlone;
import org.holdfast.launcher.command.ImportCommand;
import org.holdfast.launcher.command.KeysCommand;
import org.holdfast.launcher.command.RestoreCommand;
import org.holdfast.launcher.command.SetupCommand;
import org.holdfast.launcher.command.StartCommand;
import org.holdfast.launcher.command.StatusCommand;
import org.holdfast.launcher.command.StopCommand;
import org.holdfast.launcher.command.UserCommand;
import org.holdfast.launcher.command.WrongUse;
import org.holdfast.launcher.evaluate.EvaluateCommand;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.text.ReaderLanguage;
import org.holdfast.launcher.text.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The one entry of the product: {@code holdfast <command>}. Descriptions of commands and options are texts by key. */
@Command(
        name = "holdfast",
        mixinStandardHelpOptions = true,
        version = "Holdfast 0.1.0",
        subcommands = {
            StartCommand.class,
            StopCommand.class,
            StatusCommand.class,
            ImportCommand.class,
            BundleCommand.class,
            DemoCommand.class,
            SetupCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            AuditCommand.class,
            KeysCommand.class,
            UserCommand.class,
            DoctorCommand.class
        })
public final class Main implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    @Spec
    private @Nullable CommandSpec spec;

    /**
     * Runs a command and ends the process with its exit code: 0 ok, 1 failed, 2 wrong use.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.exit(commandLine(words(ReaderLanguage.of(System.getenv()))).execute(arguments));
    }

    private static Words words(Locale language) {
        Path home = Path.of(System.getProperty("holdfast.home", "."));
        return Words.in(language, LanguageBundles.texts(home.resolve("bundles"), TrustFiles.in(home), language));
    }

    static CommandLine commandLine(Words words) {
        // Until a server has opened its log, nothing but our own sentences belongs on the administrator's screen.
        LogManager.getLogManager().reset();
        CommandLine line = new CommandLine(new Main());
        line.addSubcommand(new EvaluateCommand(new EngineAlone(), words));
        line.setResourceBundle(words);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler(new WrongUse(words));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (!(failure instanceof StartFailure start)) {
                throw failure;
            }
            LOG.error("{}", failure.getMessage(), failure);
            command.getErr().println(words.text("holdfast", start.sentence()));
            return ExitCode.SOFTWARE;
        });
        return line;
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
