package org.holdfast.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.holdfast.launcher.bundles.BundleVerification;
import org.holdfast.launcher.client.ImportClient;
import org.holdfast.launcher.client.ServerClient;
import org.holdfast.launcher.config.Setting;
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

/** Lists, installs, removes, verifies and releases bundles. */
@Command(name = "bundle", mixinStandardHelpOptions = true)
public final class BundleCommand implements Runnable {
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

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(@Option(names = "--json") boolean json) {
        JsonNode bundles = ImportClient.parsed(client().get("/api/v1/bundles"));
        if (json) {
            installation.screen().show(bundles);
            return 0;
        }
        for (JsonNode bundle : bundles.path("items")) {
            installation
                    .screen()
                    .show(String.format(
                            "%-44s %-18s %-12s %s",
                            bundle.path("symbolicName").asText(),
                            bundle.path("version").asText(),
                            bundle.path("state").asText(),
                            bundle.path("reason").asText()));
        }
        return 0;
    }

    @Command(name = "install", mixinStandardHelpOptions = true)
    int install(@Parameters(paramLabel = "FILE", descriptionKey = "file") Path file) {
        try {
            String name = URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8);
            JsonNode report = ImportClient.parsed(client().send(
                            "PUT",
                            "/api/v1/bundles/files/" + name,
                            "application/java-archive",
                            BodyPublishers.ofFile(file)));
            installation
                    .screen()
                    .say(
                            "bundle.installed",
                            report.path("symbolicName").asText(),
                            report.path("version").asText(),
                            report.path("state").asText(),
                            report.path("reason").asText());
            return report.path("state").asText().equals("active") ? 0 : 1;
        } catch (FileNotFoundException e) {
            throw new StartFailure(e, "failure.file", file);
        }
    }

    @Command(name = "remove", mixinStandardHelpOptions = true)
    int remove(@Parameters(paramLabel = "NAME", descriptionKey = "name") String name) {
        return done(client().json("DELETE", "/api/v1/bundles/" + name, ""));
    }

    @Command(name = "release", mixinStandardHelpOptions = true)
    int release(@Parameters(paramLabel = "NAME", descriptionKey = "name") String name) {
        return done(client().json("POST", "/api/v1/bundles/" + name + "/release", ""));
    }

    @Command(name = "verify", mixinStandardHelpOptions = true)
    int verify(@Parameters(paramLabel = "FILE", descriptionKey = "file") Path file) {
        if (!Files.isReadable(file)) {
            throw new StartFailure("failure.file", file);
        }
        var configuration = installation.configuration(Map.of());
        Path home = configuration.home();
        Optional<Message> distrust = BundleVerification.check(
                file,
                home.resolve("lib").resolve("bundles.sha256"),
                configuration
                        .path(Setting.TRUST_STORE)
                        .orElse(home.resolve("config").resolve("trust.p12")));
        Screen screen = installation.screen();
        distrust.ifPresentOrElse(
                reason -> screen.say("bundle.distrusted", file.getFileName(), reason),
                () -> screen.say("bundle.trusted", file.getFileName()));
        return distrust.isEmpty() ? 0 : 1;
    }

    private ServerClient client() {
        return installation.client();
    }

    private int done(ServerClient.Answer answer) {
        if (!answer.ok()) {
            ImportClient.parsed(answer);
        }
        installation.screen().say("bundle.done");
        return 0;
    }
}
