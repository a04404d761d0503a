package org.holdfast.launcher.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.holdfast.launcher.backup.Backups;
import org.holdfast.launcher.config.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup back while no server runs. */
@Command(name = "restore", mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private Installation installation = new Installation();

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file = Path.of("");

    @Option(names = "--keys", paramLabel = "FILE")
    private @Nullable Path keys;

    @Option(names = "--ledger", paramLabel = "FILE")
    private @Nullable Path ledger;

    @Option(names = "--force")
    private boolean force;

    @Option(names = "--postgresql-programs", paramLabel = "DIR")
    private @Nullable Path programs;

    @Override
    public Integer call() {
        Configuration configuration = installation.configuration(Map.of());
        ProgressBar bar = new ProgressBar(String.valueOf(file.getFileName()));
        Backups backups = new Backups(configuration, programs, Clock.systemUTC());
        Optional.ofNullable(ledger).ifPresent(backups::takeLedger);
        String log = backups.restore(file, Optional.ofNullable(keys), force, bar::show);
        bar.end();
        installation.screen().say("restore.done", configuration.dataDirectory());
        installation.screen().say(log);
        return 0;
    }
}
