package org.holdfast.launcher.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
import org.holdfast.launcher.client.ServerClient;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.demo.DemoLogin;
import org.holdfast.launcher.demo.DemoSetup;
import org.holdfast.launcher.start.RunFile;
import org.holdfast.launcher.start.Server;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a server with the demo group in it: imported, trained, scored, with open alerts and one login per role. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Starts a server with a whole generated group in it; Ctrl-C ends it.")
public final class DemoCommand implements Callable<Integer> {
    private static final ZoneId GROUP_ZONE = ZoneId.of("Asia/Shanghai");

    @Mixin
    private Installation installation = new Installation();

    @Option(names = "--port", description = "Port of console and API; default: holdfast.http.port.")
    private @Nullable String port;

    @Option(names = "--people", description = "Number of people; default: ${DEFAULT-VALUE}.")
    private int people = DemoPlan.DEFAULT_PEOPLE;

    @Option(names = "--months", description = "Months of history; default: ${DEFAULT-VALUE}.")
    private int months = DemoPlan.DEFAULT_MONTHS;

    @Option(names = "--seed", description = "Seed of the group; default: ${DEFAULT-VALUE}.")
    private long seed = DemoPlan.DEFAULT_SEED;

    @Option(names = "--end-day", description = "Last day of the history; default: yesterday.")
    private @Nullable LocalDate endDay;

    @Option(names = "--json", description = "Prints one JSON object when ready, and nothing else, on standard output.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> options = new HashMap<>();
        if (port != null) {
            options.put(Setting.HTTP_PORT.key(), port);
        }
        Configuration configuration = installation.configuration(options);
        PrintStream screen = System.out;
        PrintStream progress =
                json ? new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) : screen;
        Server server = Server.start(configuration, true, progress);
        Foreground foreground = new Foreground(server, screen);
        foreground.run(() -> print(screen, server.address(), filled(configuration, progress), configuration.dataDirectory()));
        foreground.await();
        return 0;
    }

    private List<DemoLogin> filled(Configuration configuration, PrintStream progress) {
        ServerClient client =
                new ServerClient(RunFile.of(configuration.dataDirectory()).orElseThrow());
        LocalDate end = endDay == null ? LocalDate.now(Clock.system(GROUP_ZONE)).minusDays(1) : endDay;
        return new DemoSetup(new ApiCalls(client), configuration.dataDirectory(), progress)
                .run(new DemoPlan(seed, end, people, months));
    }

    private void print(PrintStream screen, String address, List<DemoLogin> logins, Path dataDirectory) {
        if (json) {
            ObjectNode object = new ObjectMapper().createObjectNode();
            object.put("address", address);
            object.putPOJO("logins", logins);
            object.put("dataDir", dataDirectory.toString());
            screen.println(object);
            return;
        }
        screen.println();
        screen.println("  Console: " + address + "/");
        screen.println();
        logins.forEach(login ->
                screen.printf("  %-16s user %-16s password %s%n", login.role(), login.username(), login.password()));
        screen.println();
        screen.println("  Ctrl-C stops the server. The data stays in " + dataDirectory + ".");
    }
}
