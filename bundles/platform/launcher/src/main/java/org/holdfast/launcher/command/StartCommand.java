package org.holdfast.launcher.command;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.start.Server;
import org.holdfast.launcher.text.Screen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the server in the foreground; Ctrl-C or {@code holdfast stop} ends it. */
@Command(name = "start", mixinStandardHelpOptions = true)
public final class StartCommand implements Callable<Integer> {
    @Mixin
    private Installation installation = new Installation();

    @Option(names = "--port", converter = PortNumber.class)
    private @Nullable Integer port;

    @Option(names = "--dev")
    private boolean dev;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> options = new HashMap<>();
        if (port != null) {
            options.put(Setting.HTTP_PORT.key(), port.toString());
        }
        Screen screen = installation.screen();
        Configuration configuration = installation.configuration(options);
        Server server = Server.start(configuration, dev, screen);
        new Foreground(server, screen, configuration.dataDirectory()).await();
        return 0;
    }
}
