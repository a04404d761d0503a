package org.holdfast.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.RunFile;
import org.holdfast.launcher.start.StartFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Stops the server that runs on the data directory, and waits until it has ended. */
@Command(name = "stop", mixinStandardHelpOptions = true)
public final class StopCommand implements Callable<Integer> {
    @Mixin
    private Installation installation = new Installation();

    @Option(names = "--wait", paramLabel = "SECONDS")
    private int seconds = 60;

    @Override
    public Integer call() throws InterruptedException {
        RunFile server = installation.server();
        Optional<ProcessHandle> process = ProcessHandle.of(server.pid());
        if (process.isPresent()) {
            ask(process.get());
            try {
                process.get().onExit().get(seconds, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                throw new StartFailure(e, "failure.stillRunning", seconds);
            }
        }
        installation.screen().say("stop.done");
        return 0;
    }

    /** Where a process cannot be asked to end, as on Windows, but only be killed, the server looks for a file. */
    private void ask(ProcessHandle process) {
        if (process.supportsNormalTermination()) {
            process.destroy();
            return;
        }
        Path data = installation.configuration(Map.of()).dataDirectory();
        try {
            Files.writeString(DataDirectory.stopRequest(data), "");
        } catch (IOException e) {
            throw new StartFailure(e, "failure.dataDirectory", data);
        }
    }
}
