package org.holdfast.launcher.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.keys.RecoveryShares;
import org.holdfast.launcher.keys.RootKey;
import org.holdfast.launcher.keys.StoppedRing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Puts the root key and its passphrase back from shares while no server runs. */
@Command(name = "recover", mixinStandardHelpOptions = true)
public final class KeyRecoverCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable KeysCommand keys;

    @Parameters(arity = "1..*", paramLabel = "SHARE", descriptionKey = "share")
    private List<Path> shares = new ArrayList<>();

    @Override
    public Integer call() {
        Installation installation = Objects.requireNonNull(keys).installation();
        Configuration configuration = installation.configuration(Map.of());
        String root = new RecoveryShares(configuration, Clock.systemUTC(), new StoppedRing(Clock.systemUTC()))
                .recover(shares);
        installation
                .screen()
                .say("keys.recovered", root, RootKey.file(configuration), RootKey.passphraseFile(configuration));
        return 0;
    }
}
