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
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, installs, removes, verifies and releases bundles. */
@Command(
        name = "bundle",
        mixinStandardHelpOptions = true,
        description = "Lists, installs, removes, verifies and releases bundles.")
public final class BundleCommand implements Runnable {
    @Mixin
    private Installation installation = new Installation();

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the installed bundles.")
    int list(@Option(names = "--json", description = "Prints the list as JSON.") boolean json) {
        JsonNode bundles = ImportClient.parsed(client().get("/api/v1/bundles"));
        if (json) {
            System.out.println(bundles);
            return 0;
        }
        for (JsonNode bundle : bundles.path("items")) {
            System.out.printf(
                    "%-44s %-18s %-12s %s%n",
                    bundle.path("symbolicName").asText(),
                    bundle.path("version").asText(),
                    bundle.path("state").asText(),
                    bundle.path("reason").asText());
        }
        return 0;
    }

    @Command(name = "install", mixinStandardHelpOptions = true, description = "Installs or updates a bundle.")
    int install(@Parameters(paramLabel = "FILE") Path file) {
        try {
            String name = URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8);
            JsonNode report = ImportClient.parsed(client().send(
                            "PUT",
                            "/api/v1/bundles/files/" + name,
                            "application/java-archive",
                            BodyPublishers.ofFile(file)));
            System.out.println(report.path("symbolicName").asText() + " "
                    + report.path("version").asText() + " is "
                    + report.path("state").asText() + ". "
                    + report.path("reason").asText());
            return report.path("state").asText().equals("active") ? 0 : 1;
        } catch (FileNotFoundException e) {
            throw new StartFailure("The file " + file + " cannot be read.", "Check its name and your rights.", e);
        }
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a bundle.")
    int remove(@Parameters(paramLabel = "NAME", description = "Symbolic name.") String name) {
        return done(client().json("DELETE", "/api/v1/bundles/" + name, ""));
    }

    @Command(name = "release", mixinStandardHelpOptions = true, description = "Lifts a quarantine.")
    int release(@Parameters(paramLabel = "NAME", description = "Symbolic name.") String name) {
        return done(client().json("POST", "/api/v1/bundles/" + name + "/release", ""));
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Tells whether a bundle's signature is trusted; needs no server.")
    int verify(@Parameters(paramLabel = "FILE") Path file) {
        if (!Files.isReadable(file)) {
            throw new StartFailure("The file " + file + " cannot be read.", "Check its name and your rights.");
        }
        var configuration = installation.configuration(Map.of());
        Path home = configuration.home();
        Optional<String> distrust = BundleVerification.check(
                file,
                home.resolve("lib").resolve("bundles.sha256"),
                configuration
                        .path(Setting.TRUST_STORE)
                        .orElse(home.resolve("config").resolve("trust.p12")));
        System.out.println(file.getFileName() + ": " + distrust.orElse("trusted"));
        return distrust.isEmpty() ? 0 : 1;
    }

    private ServerClient client() {
        return new ServerClient(installation.server());
    }

    private static int done(ServerClient.Answer answer) {
        if (!answer.ok()) {
            ImportClient.parsed(answer);
        }
        System.out.println("done");
        return 0;
    }
}
