package org.holdfast.launcher.command;

import java.util.concurrent.Callable;
import org.holdfast.launcher.client.ServerClient;
import org.holdfast.launcher.start.RunFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells whether a server runs on the data directory and whether it is ready. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Tells whether the server runs and is ready.")
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    private Installation installation = new Installation();

    @Option(names = "--json", description = "Prints the answer as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        RunFile server = installation.server();
        ServerClient client = new ServerClient(server);
        ServerClient.Answer answer = client.get("/health/ready");
        boolean ready = answer.status() == 200;
        System.out.println(
                json
                        ? answer.body()
                        : "The server at " + server.address() + " runs (process " + server.pid() + ") and is "
                                + (ready ? "ready." : "not ready: " + answer.body()));
        return ready ? 0 : 1;
    }
}
