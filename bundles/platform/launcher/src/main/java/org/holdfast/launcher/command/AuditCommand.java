package org.holdfast.launcher.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Locale;
import java.util.Map;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.AuditVerdict;
import org.holdfast.launcher.audit.AuditVerifier;
import org.holdfast.launcher.audit.SigningKeys;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.text.Screen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Verifies the audit log from its files alone. */
@Command(name = "audit", mixinStandardHelpOptions = true)
public final class AuditCommand implements Runnable {
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

    @Command(name = "verify", mixinStandardHelpOptions = true)
    int verify(
            @Option(names = "--log", paramLabel = "DIR") @Nullable Path log,
            @Option(names = "--keys", paramLabel = "DIR") @Nullable Path keys,
            @Option(names = "--witness", paramLabel = "FILE") @Nullable Path witness,
            @Option(names = "--json") boolean json) {
        Path folder = log == null
                ? AuditFolder.of(installation.configuration(Map.of()).dataDirectory())
                : log;
        AuditVerdict verdict = verdict(folder, keys == null ? AuditFolder.keys(folder) : keys, witness);
        Screen screen = installation.screen();
        if (json) {
            screen.show(new ObjectMapper()
                    .createObjectNode()
                    .put("intact", verdict.intact())
                    .put("result", verdict.result().name().toLowerCase(Locale.ROOT))
                    .put("entries", verdict.entries())
                    .put("first", verdict.first())
                    .put("file", verdict.file()));
        } else {
            screen.say(verdict.result().textKey(), verdict.entries(), verdict.first(), verdict.file());
        }
        return verdict.intact() ? 0 : 1;
    }

    private static AuditVerdict verdict(Path folder, Path keys, @Nullable Path witness) {
        if (!Files.isDirectory(folder)) {
            throw new StartFailure("failure.noAuditLog", folder);
        }
        try {
            Map<String, PublicKey> trusted = SigningKeys.read(keys);
            return new AuditVerifier(folder, trusted).verify(witness == null ? null : Files.readAllBytes(witness));
        } catch (IOException e) {
            throw new StartFailure(e, "failure.auditRead", folder);
        }
    }
}
