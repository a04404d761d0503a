package org.holdfast.launcher.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.holdfast.launcher.keys.RecoveryShares;
import org.holdfast.launcher.keys.StoppedRing;
import org.holdfast.launcher.text.Screen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Splits the root key among several people while no server runs. */
@Command(name = "shares", mixinStandardHelpOptions = true)
public final class KeySharesCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable KeysCommand keys;

    @Parameters(paramLabel = "DIR", descriptionKey = "folder")
    private Path folder = Path.of("");

    @Option(names = "--of", defaultValue = "5")
    private int of;

    @Option(names = "--needed", defaultValue = "3")
    private int needed;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        Installation installation = Objects.requireNonNull(keys).installation();
        List<Path> files = new RecoveryShares(
                        installation.configuration(Map.of()), Clock.systemUTC(), new StoppedRing(Clock.systemUTC()))
                .make(of, needed, folder.toAbsolutePath().normalize());
        Screen screen = installation.screen();
        if (json) {
            ObjectNode made = new ObjectMapper().createObjectNode().put("needed", needed);
            ArrayNode shares = made.putArray("shares");
            files.forEach(file -> shares.add(file.toString()));
            screen.show(made);
        } else {
            files.forEach(file -> screen.show(file.toString()));
            screen.say("keys.shares.made", files.size(), needed);
        }
        return 0;
    }
}
