package org.holdfast.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.launcher.bundles.BundleSbom;
import org.holdfast.launcher.bundles.BundleVerification;
import org.holdfast.launcher.bundles.TrustFiles;
import org.holdfast.launcher.client.ImportClient;
import org.holdfast.launcher.client.ServerClient;
import org.holdfast.launcher.registry.BundleFailure;
import org.holdfast.launcher.registry.Sbom;
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

/** Lists, installs, removes, verifies and releases bundles, and tells what they are made of. */
@Command(name = "bundle", mixinStandardHelpOptions = true)
public final class BundleCommand implements Runnable {
    private static final ObjectMapper JSON = new ObjectMapper();

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
        for (JsonNode file : bundles.path("refused")) {
            installation.screen().say("bundle.refused", file.path("reason").asText());
        }
        return 0;
    }

    @Command(name = "install", mixinStandardHelpOptions = true)
    int install(
            @Parameters(paramLabel = "FILE", descriptionKey = "file") Path file,
            @Option(names = "--allow-downgrade") boolean downgrade) {
        try {
            String name = URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8);
            JsonNode report = ImportClient.parsed(client().send(
                            "PUT",
                            "/api/v1/bundles/files/" + name + (downgrade ? "?allowDowngrade=true" : ""),
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
        Optional<Message> distrust =
                BundleVerification.check(file, TrustFiles.of(installation.configuration(Map.of())));
        Screen screen = installation.screen();
        distrust.ifPresentOrElse(
                reason -> screen.say("bundle.distrusted", file.getFileName(), reason),
                () -> screen.say("bundle.trusted", file.getFileName()));
        BundleVerification.identities(file)
                .forEach(said -> screen.say(said.key(), said.arguments().toArray()));
        return distrust.isEmpty() ? 0 : 1;
    }

    @Command(name = "sbom", mixinStandardHelpOptions = true)
    int sbom(
            @Parameters(paramLabel = "NAME|FILE", descriptionKey = "bundle") String bundle,
            @Option(names = "--json") boolean json) {
        Screen screen = installation.screen();
        JsonNode sbom = bundle.endsWith(".jar") ? sbomOfFile(Path.of(bundle)) : sbomOfInstalled(bundle);
        if (json) {
            screen.show(sbom);
        } else if (!sbom.path("stated").asBoolean()) {
            screen.say("bundle.noSbom", bundle);
        } else {
            screen.say("bundle.components", bundle, sbom.path("components").size());
            sbom.path("components")
                    .forEach(component -> screen.say(
                            "bundle.component",
                            component.path("name").asText(),
                            component.path("version").asText(),
                            licences(component)));
        }
        return 0;
    }

    private JsonNode sbomOfInstalled(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
        return ImportClient.parsed(client().get("/api/v1/bundles/" + encoded + "/sbom"));
    }

    private static JsonNode sbomOfFile(Path file) {
        if (!Files.isReadable(file)) {
            throw new StartFailure("failure.file", file);
        }
        try {
            Optional<Sbom> sbom = BundleSbom.of(file);
            return JSON.createObjectNode()
                    .put("stated", sbom.isPresent())
                    .set(
                            "components",
                            JSON.valueToTree(sbom.map(Sbom::components).orElse(List.of())));
        } catch (BundleFailure e) {
            throw new StartFailure(
                    e, e.sentence().key(), e.sentence().arguments().toArray());
        }
    }

    private static String licences(JsonNode component) {
        List<String> licences = new ArrayList<>();
        component.path("licences").forEach(licence -> licences.add(licence.asText()));
        return String.join(", ", licences);
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
