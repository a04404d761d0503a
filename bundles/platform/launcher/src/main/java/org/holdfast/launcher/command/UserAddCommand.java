package org.holdfast.launcher.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.holdfast.launcher.client.UserAccounts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Adds an account and prints its one-time password, once. */
@Command(name = "add", mixinStandardHelpOptions = true)
public final class UserAddCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable UserCommand parent;

    @Parameters(paramLabel = "USERNAME", descriptionKey = "username")
    private String username = "";

    @Option(names = "--role", required = true, paramLabel = "ROLE")
    private List<String> roles = new ArrayList<>();

    @Option(names = "--subsidiary", paramLabel = "CODE")
    private List<String> subsidiaries = new ArrayList<>();

    @Option(names = "--employee-id", paramLabel = "ID")
    private @Nullable String employeeId;

    @Option(names = "--name")
    private String name = "";

    @Option(names = "--language", paramLabel = "TAG")
    private String language = "en";

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        Installation installation = Objects.requireNonNull(parent).installation();
        UserAccounts accounts = new UserAccounts(installation.client());
        ObjectNode user = new ObjectMapper().createObjectNode();
        user.put("username", username).put("displayName", name).put("language", language);
        user.put("employeeId", employeeId);
        user.set("subsidiaryIds", accounts.subsidiaries(subsidiaries));
        ArrayNode wanted = user.putArray("roles");
        roles.forEach(wanted::add);
        String added = accounts.add(user).path("username").asText();
        UserCommand.showPassword(installation.screen(), added, accounts.resetPassword(added), json);
        return 0;
    }
}
