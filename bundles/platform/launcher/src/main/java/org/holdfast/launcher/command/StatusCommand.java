package org.holdfast.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.holdfast.launcher.client.ImportClient;
import org.holdfast.launcher.client.ServerClient;
import org.holdfast.launcher.start.RunFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells whether a server runs on the data directory and whether it is ready. */
@Command(name = "status", mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    private Installation installation = new Installation();

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        RunFile server = installation.server();
        ServerClient.Answer answer = installation.client().get("/health/ready");
        boolean ready = answer.status() == 200;
        if (json) {
            installation.screen().show(answer.body());
        } else if (ready) {
            installation.screen().say("status.ready", server.address(), server.pid());
            for (JsonNode check : ImportClient.parsed(answer).path("checks")) {
                String reason = check.path("reason").asText();
                if (!reason.isEmpty()) {
                    installation.screen().say("status.note", reason);
                }
            }
        } else {
            installation.screen().say("status.notReady", server.address(), server.pid(), answer.body());
        }
        return ready ? 0 : 1;
    }
}
