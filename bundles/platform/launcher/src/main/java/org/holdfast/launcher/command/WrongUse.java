package org.holdfast.launcher.command;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.holdfast.launcher.text.Message;
import org.holdfast.launcher.text.Words;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the reader's language what is wrong with a command line, and how the command is used; exit code 2. */
public final class WrongUse implements IParameterExceptionHandler {
    private final Words words;

    /**
     * Creates it.
     *
     * @param words the reader's language
     */
    public WrongUse(Words words) {
        this.words = words;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(words.text("holdfast", sentence(wrong)));
        command.usage(err);
        return CommandLine.ExitCode.USAGE;
    }

    private static Message sentence(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return Message.of("use.unknown", String.join(" ", unmatched.getUnmatched()));
        }
        if (wrong instanceof MissingParameterException missing) {
            return Message.of(
                    "use.missing",
                    missing.getMissing().stream().map(WrongUse::name).collect(Collectors.joining(", ")));
        }
        if (wrong.getArgSpec() == null) {
            return Message.of("use.other");
        }
        // An option without its value comes without one here, too.
        return wrong.getValue() == null
                ? Message.of("use.noValue", name(wrong.getArgSpec()))
                : Message.of("use.value", name(wrong.getArgSpec()), wrong.getValue());
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
