package org.holdfast.launcher.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.holdfast.launcher.audit.EvidenceVerdict;
import org.holdfast.launcher.start.StartFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Fetches an evidence pack about one person from the running server, and verifies what came. */
@Command(name = "evidence", mixinStandardHelpOptions = true)
public final class AuditEvidenceCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable AuditCommand parent;

    @Option(names = "--person", required = true, paramLabel = "ID")
    private UUID person = new UUID(0, 0);

    @Option(names = "--out", required = true, paramLabel = "FILE")
    private Path out = Path.of("");

    @Option(names = "--from", paramLabel = "TIME")
    private @Nullable OffsetDateTime from;

    @Option(names = "--to", paramLabel = "TIME")
    private @Nullable OffsetDateTime to;

    @Override
    public Integer call() {
        Installation installation = Objects.requireNonNull(parent).installation();
        if (Files.exists(out)) {
            throw new StartFailure("failure.fileExists", out);
        }
        ObjectNode body = new ObjectMapper().createObjectNode().put("person", person.toString());
        body.put("from", from == null ? null : from.toString());
        body.put("to", to == null ? null : to.toString());
        installation.client().download("/api/v1/audit/evidence", body.toString(), out);
        EvidenceVerdict verdict = AuditVerifyCommand.verdict(out, Map.of());
        AuditVerifyCommand.say(installation.screen(), verdict, true);
        return verdict.genuine() ? 0 : 1;
    }
}
