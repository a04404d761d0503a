package org.holdfast.launcher.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Verifies the audit log from its files alone, and takes out evidence that can be verified without it. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        subcommands = {AuditVerifyCommand.class, AuditEvidenceCommand.class})
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

    Installation installation() {
        return installation;
    }
}
