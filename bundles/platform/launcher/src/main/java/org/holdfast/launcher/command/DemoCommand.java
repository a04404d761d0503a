package org.holdfast.launcher.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.holdfast.demo.DemoPlan;
import org.holdfast.launcher.client.ApiCalls;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.demo.DemoLogin;
import org.holdfast.launcher.demo.DemoSetup;
import org.holdfast.launcher.start.Server;
import org.holdfast.launcher.text.Screen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a server with the demo group in it: imported, trained, scored, with open alerts and one login per role. */
@Command(name = "demo", mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final ZoneId GROUP_ZONE = ZoneId.of("Asia/Shanghai");

    @Mixin
    private Installation installation = new Installation();

    @Option(names = "--port", converter = PortNumber.class)
    private @Nullable Integer port;

    @Option(names = "--people")
    private int people = DemoPlan.DEFAULT_PEOPLE;

    @Option(names = "--months")
    private int months = DemoPlan.DEFAULT_MONTHS;

    @Option(names = "--seed")
    private long seed = DemoPlan.DEFAULT_SEED;

    @Option(names = "--end-day")
    private @Nullable LocalDate endDay;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> options = new HashMap<>();
        if (port != null) {
            options.put(Setting.HTTP_PORT.key(), port.toString());
        }
        Configuration configuration = installation.configuration(options);
        Screen screen = installation.screen();
        Screen progress = json ? screen.silent() : screen;
        Server server = Server.start(configuration, true, progress);
        Foreground foreground = new Foreground(server, screen, configuration.dataDirectory());
        foreground.run(
                () -> print(screen, server.address(), filled(configuration, progress), configuration.dataDirectory()));
        foreground.await();
        return 0;
    }

    private List<DemoLogin> filled(Configuration configuration, Screen progress) {
        LocalDate end = endDay == null ? LocalDate.now(Clock.system(GROUP_ZONE)).minusDays(1) : endDay;
        return new DemoSetup(
                        new ApiCalls(installation.client()), configuration.dataDirectory(), progress, Clock.systemUTC())
                .run(new DemoPlan(seed, end, people, months));
    }

    private void print(Screen screen, String address, List<DemoLogin> logins, Path dataDirectory) {
        if (json) {
            ObjectNode object = new ObjectMapper().createObjectNode();
            object.put("address", address);
            object.putPOJO("logins", logins);
            object.put("dataDir", dataDirectory.toString());
            screen.show(object);
            return;
        }
        screen.say("demo.console", address);
        logins.forEach(login -> screen.say(
                "demo.login",
                String.format("%-16s", login.role()),
                String.format("%-16s", login.username()),
                login.password()));
        screen.say("demo.end", dataDirectory);
    }
}
