package org.holdfast.launcher.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.AuditVerdict;
import org.holdfast.launcher.audit.AuditVerifier;
import org.holdfast.launcher.audit.ComplianceVerdict;
import org.holdfast.launcher.audit.ComplianceVerifier;
import org.holdfast.launcher.audit.EvidenceRefused;
import org.holdfast.launcher.audit.EvidenceVerdict;
import org.holdfast.launcher.audit.EvidenceVerifier;
import org.holdfast.launcher.audit.SigningKeys;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.text.Screen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Verifies the audit log, or an evidence pack that was taken out of one, from files alone. */
@Command(name = "verify", mixinStandardHelpOptions = true)
public final class AuditVerifyCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable AuditCommand parent;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--log", paramLabel = "DIR")
    private @Nullable Path log;

    @Option(names = "--evidence", paramLabel = "FILE")
    private @Nullable Path evidence;

    @Option(names = "--keys", paramLabel = "DIR")
    private @Nullable Path keys;

    @Option(names = "--key", paramLabel = "FILE")
    private @Nullable Path key;

    @Option(names = "--witness", paramLabel = "FILE")
    private @Nullable Path witness;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        if (evidence == null) {
            return log();
        }
        if (log != null || witness != null) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--evidence needs neither --log nor --witness");
        }
        return evidence(evidence);
    }

    private int log() {
        Path folder = log == null
                ? AuditFolder.of(installation().configuration(Map.of()).dataDirectory())
                : log;
        if (!Files.isDirectory(folder)) {
            throw new StartFailure("failure.noAuditLog", folder);
        }
        AuditVerdict verdict;
        try {
            Map<String, PublicKey> trusted =
                    keys == null && key == null ? SigningKeys.read(AuditFolder.keys(folder)) : trusted();
            verdict = new AuditVerifier(folder, trusted).verify(witness == null ? null : Files.readAllBytes(witness));
        } catch (IOException e) {
            throw new StartFailure(e, "failure.auditRead", folder);
        }
        Screen screen = installation().screen();
        if (json) {
            screen.show(new ObjectMapper()
                    .createObjectNode()
                    .put("intact", verdict.intact())
                    .put("result", code(verdict.result()))
                    .put("entries", verdict.entries())
                    .put("first", verdict.first())
                    .put("file", verdict.file()));
        } else {
            screen.say(verdict.result().textKey(), verdict.entries(), verdict.first(), verdict.file());
        }
        return verdict.intact() ? 0 : 1;
    }

    private int evidence(Path pack) {
        if (documents(pack)) {
            return compliance(pack);
        }
        EvidenceVerdict verdict = verdict(pack, trusted());
        boolean believed = keys == null && key == null;
        if (json) {
            installation()
                    .screen()
                    .show(new ObjectMapper()
                            .createObjectNode()
                            .put("genuine", verdict.genuine())
                            .put("result", code(verdict.result()))
                            .put("entries", verdict.entries())
                            .put("entry", verdict.entry())
                            .put("person", verdict.person())
                            .put("key", verdict.key())
                            .put("keyFromPack", believed));
        } else {
            say(installation().screen(), verdict, believed);
        }
        return verdict.genuine() ? 0 : 1;
    }

    private int compliance(Path pack) {
        ComplianceVerdict verdict;
        try {
            verdict = ComplianceVerifier.verify(pack, trusted());
        } catch (EvidenceRefused e) {
            throw new StartFailure(e, "failure.evidence", pack, e.reason());
        } catch (IOException e) {
            throw new StartFailure(e, "failure.file", pack);
        }
        boolean believed = keys == null && key == null;
        Screen screen = installation().screen();
        if (json) {
            screen.show(new ObjectMapper()
                    .createObjectNode()
                    .put("genuine", verdict.genuine())
                    .put("result", code(verdict.result()))
                    .put("documents", verdict.documents())
                    .put("document", verdict.document())
                    .put("madeAt", verdict.madeAt())
                    .put("key", verdict.key())
                    .put("keyFromPack", believed));
        } else {
            screen.say(verdict.result().textKey(), verdict.documents(), verdict.document(), verdict.madeAt());
            if (believed && verdict.genuine()) {
                screen.say("evidence.keyFromPack", verdict.key());
            }
        }
        return verdict.genuine() ? 0 : 1;
    }

    private static boolean documents(Path pack) {
        try {
            return Files.isReadable(pack) && ComplianceVerifier.recognises(pack);
        } catch (IOException e) {
            throw new StartFailure(e, "failure.file", pack);
        }
    }

    static EvidenceVerdict verdict(Path pack, Map<String, PublicKey> trusted) {
        if (!Files.isReadable(pack)) {
            throw new StartFailure("failure.file", pack);
        }
        try {
            return EvidenceVerifier.verify(pack, trusted);
        } catch (EvidenceRefused e) {
            throw new StartFailure(e, "failure.evidence", pack, e.reason());
        } catch (IOException e) {
            throw new StartFailure(e, "failure.file", pack);
        }
    }

    static void say(Screen screen, EvidenceVerdict verdict, boolean believed) {
        screen.say(verdict.result().textKey(), verdict.entries(), verdict.entry(), verdict.person());
        if (believed && verdict.genuine()) {
            screen.say("evidence.keyFromPack", verdict.key());
        }
    }

    /** The keys that were named; none where none were. */
    private Map<String, PublicKey> trusted() {
        Map<String, PublicKey> trusted = new HashMap<>();
        try {
            if (keys != null) {
                trusted.putAll(SigningKeys.read(keys));
            }
            if (key != null) {
                trusted.putAll(SigningKeys.readOne(key));
            }
        } catch (IOException e) {
            throw new StartFailure(e, "failure.publicKey", key == null ? Objects.requireNonNull(keys) : key);
        }
        if (trusted.isEmpty() && keys != null) {
            throw new StartFailure("failure.publicKey", keys);
        }
        return trusted;
    }

    private static String code(Enum<?> result) {
        return result.name().toLowerCase(Locale.ROOT);
    }

    private Installation installation() {
        return Objects.requireNonNull(parent).installation();
    }
}
