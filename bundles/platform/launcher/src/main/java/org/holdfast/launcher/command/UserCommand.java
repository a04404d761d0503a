package org.holdfast.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdfast.launcher.client.UserAccounts;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.keys.AdministratorRecovery;
import org.holdfast.launcher.start.RunFile;
import org.holdfast.launcher.text.Screen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, adds, enables and disables accounts, gives one-time passwords and takes second factors away. */
@Command(name = "user", mixinStandardHelpOptions = true, subcommands = UserAddCommand.class)
public final class UserCommand implements Runnable {
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

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(@Option(names = "--json") boolean json) {
        ArrayNode users = accounts().all();
        Screen screen = installation.screen();
        if (json) {
            screen.show(new ObjectMapper().createObjectNode().set("items", users));
            return 0;
        }
        for (JsonNode user : users) {
            screen.show(String.format(
                    "%-24s %-10s %s",
                    user.path("username").asText(),
                    screen.words().text(user.path("active").asBoolean() ? "user.active" : "user.disabled"),
                    String.join(", ", roles(user))));
        }
        return 0;
    }

    @Command(name = "disable", mixinStandardHelpOptions = true)
    int disable(@Parameters(paramLabel = "USERNAME", descriptionKey = "username") String username) {
        return activate(username, false);
    }

    @Command(name = "enable", mixinStandardHelpOptions = true)
    int enable(@Parameters(paramLabel = "USERNAME", descriptionKey = "username") String username) {
        return activate(username, true);
    }

    private int activate(String username, boolean active) {
        accounts().change(username, user -> user.put("active", active));
        installation.screen().say(active ? "user.enabled" : "user.nowDisabled", username);
        return 0;
    }

    @Command(name = "roles", mixinStandardHelpOptions = true)
    int roles(
            @Parameters(paramLabel = "USERNAME", descriptionKey = "username") String username,
            @Parameters(arity = "1..*", paramLabel = "ROLE", descriptionKey = "role") List<String> roles) {
        JsonNode changed = accounts().change(username, user -> {
            ArrayNode wanted = user.putArray("roles");
            roles.forEach(wanted::add);
        });
        installation.screen().say("user.roles", username, String.join(", ", roles(changed)));
        return 0;
    }

    @Command(name = "reset-password", mixinStandardHelpOptions = true)
    int resetPassword(
            @Parameters(paramLabel = "USERNAME", descriptionKey = "username") String username,
            @Option(names = "--json") boolean json) {
        Configuration configuration = installation.configuration(Map.of());
        String password = RunFile.of(configuration.dataDirectory()).isPresent()
                ? accounts().resetPassword(username)
                : new AdministratorRecovery(configuration, Clock.systemUTC()).resetPassword(username);
        showPassword(installation.screen(), username, password, json);
        return 0;
    }

    @Command(name = "reset-second-factor", mixinStandardHelpOptions = true)
    int resetSecondFactor(@Parameters(paramLabel = "USERNAME", descriptionKey = "username") String username) {
        Configuration configuration = installation.configuration(Map.of());
        if (RunFile.of(configuration.dataDirectory()).isPresent()) {
            accounts().removeSecondFactor(username);
        } else {
            new AdministratorRecovery(configuration, Clock.systemUTC()).removeSecondFactor(username);
        }
        installation.screen().say("user.noSecondFactor", username);
        return 0;
    }

    static void showPassword(Screen screen, String username, String password, boolean json) {
        if (json) {
            screen.show(new ObjectMapper()
                    .createObjectNode()
                    .put("username", username)
                    .put("oneTimePassword", password));
        } else {
            screen.say("user.password", username, password);
        }
    }

    private static List<String> roles(JsonNode user) {
        List<String> roles = new ArrayList<>();
        user.path("roles").forEach(role -> roles.add(role.asText()));
        return roles;
    }

    private UserAccounts accounts() {
        return new UserAccounts(installation.client());
    }
}
