package org.holdfast.launcher.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.holdfast.launcher.backup.BackupKind;
import org.holdfast.launcher.backup.BackupPair;
import org.holdfast.launcher.backup.Backups;
import org.holdfast.launcher.client.ServerClient;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.start.RunFile;
import org.holdfast.launcher.text.Screen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies data and wrapped keys into two files, and verifies such files. */
@Command(name = "backup", mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {
    @Mixin
    private Installation installation = new Installation();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "TARGET", descriptionKey = "target")
    private @Nullable Path target;

    @Option(names = "--postgresql-programs", paramLabel = "DIR")
    private @Nullable Path programs;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        if (target == null) {
            // Not required of the parser, which would ask it of "backup verify", too.
            CommandLine line = Objects.requireNonNull(spec).commandLine();
            throw new CommandLine.MissingParameterException(
                    line, spec.positionalParameters().get(0), "TARGET");
        }
        Configuration configuration = installation.configuration(Map.of());
        Optional<ServerClient> server =
                RunFile.of(configuration.dataDirectory()).map(running -> installation.client());
        ProgressBar bar = new ProgressBar(String.valueOf(target.getFileName()));
        BackupPair files = new Backups(configuration, programs, Clock.systemUTC()).make(target, server, bar::show);
        bar.end();
        Screen screen = installation.screen();
        if (json) {
            screen.show(new ObjectMapper()
                    .createObjectNode()
                    .put("data", files.data().toString())
                    .put("keys", files.keys().toString()));
        } else {
            screen.say("backup.data", files.data());
            screen.say("backup.keys", files.keys());
        }
        return 0;
    }

    @Command(name = "verify", mixinStandardHelpOptions = true)
    int verify(
            @Parameters(paramLabel = "FILE", descriptionKey = "file") Path file,
            @Option(names = "--postgresql-programs", paramLabel = "DIR") @Nullable Path folder) {
        BackupKind kind = new Backups(installation.configuration(Map.of()), folder, Clock.systemUTC()).verify(file);
        installation.screen().say(kind == BackupKind.DATA ? "backup.verified.data" : "backup.verified.keys", file);
        return 0;
    }
}
