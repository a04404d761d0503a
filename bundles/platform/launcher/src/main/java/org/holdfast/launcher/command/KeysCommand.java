package org.holdfast.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.holdfast.api.protection.RootKind;
import org.holdfast.launcher.client.ApiCalls;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.keys.KeyRotation;
import org.holdfast.launcher.keys.StoppedKeys;
import org.holdfast.launcher.start.RunFile;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.text.Message;
import org.holdfast.launcher.text.Screen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells about the keys, through the running server or from the key store of a stopped one, and replaces them. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        subcommands = {KeySharesCommand.class, KeyRecoverCommand.class})
public final class KeysCommand implements Runnable {
    @Mixin
    private Installation installation = new Installation();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    Installation installation() {
        return installation;
    }

    @Command(name = "status", mixinStandardHelpOptions = true)
    int status(@Option(names = "--json") boolean json) {
        Configuration configuration = installation.configuration(Map.of());
        boolean running = RunFile.of(configuration.dataDirectory()).isPresent();
        JsonNode status = running
                ? new ApiCalls(installation.client()).get("/api/v1/keys")
                : new StoppedKeys(configuration).status();
        Screen screen = installation.screen();
        if (json) {
            screen.show(status);
        } else {
            new KeysReport(screen).say(status);
        }
        return status.path("state").asText().matches("open|stopped") ? 0 : 1;
    }

    @Command(name = "rotate", mixinStandardHelpOptions = true)
    int rotate(
            @Parameters(paramLabel = "LEVEL", descriptionKey = "level", converter = RotatedLevel.class) String level,
            @Option(names = "--json") boolean json) {
        Configuration configuration = installation.configuration(Map.of());
        if (RunFile.of(configuration.dataDirectory()).isEmpty()) {
            throw new StartFailure("failure.rotationNeedsServer", configuration.dataDirectory());
        }
        Screen screen = installation.screen();
        ProgressBar bar = new ProgressBar(screen.words().text("keys.rotate.progress"));
        JsonNode done = new ApiCalls(installation.client()).rotation(level, bar::show);
        bar.end();
        if (json) {
            screen.show(done);
        } else {
            long keys = done.path("total").asLong();
            screen.tell(rotated(level, keys));
        }
        return 0;
    }

    private Message rotated(String level, long keys) {
        if (!level.equals(KeyRotation.ROOT)) {
            return Message.of("keys.rotated.subsidiary", keys);
        }
        JsonNode now = new ApiCalls(installation.client()).get("/api/v1/keys");
        return now.at("/root/kind").asText().equals(RootKind.PKCS11.code())
                ? Message.of("keys.rotated.token", keys)
                : Message.of("keys.rotated.root", keys);
    }
}
