package org.holdfast.launcher.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.holdfast.launcher.doctor.Doctor;
import org.holdfast.launcher.doctor.Finding;
import org.holdfast.launcher.text.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at the installation and says what keeps its server from working; needs no server and changes nothing. */
@Command(name = "doctor", mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private Installation installation = new Installation();

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        List<Finding> findings =
                new Doctor(Clock.systemUTC()).examine(installation.home(), System.getenv(), installation.options());
        boolean healthy = findings.stream().noneMatch(finding -> finding.status() == Finding.Status.FAILED);
        Screen screen = installation.screen();
        if (json) {
            screen.show(json(findings, healthy, screen));
            return healthy ? 0 : 1;
        }
        for (Finding finding : findings) {
            screen.say(finding.status().key(), finding.text());
        }
        screen.say(healthy ? "doctor.healthy" : "doctor.ill");
        return healthy ? 0 : 1;
    }

    private static ObjectNode json(List<Finding> findings, boolean healthy, Screen screen) {
        ObjectNode answer = new ObjectMapper().createObjectNode();
        answer.put("healthy", healthy);
        ArrayNode items = answer.putArray("findings");
        for (Finding finding : findings) {
            items.addObject()
                    .put("check", finding.check())
                    .put("status", finding.status().code())
                    .put("text", screen.words().text(finding.text()));
        }
        return answer;
    }
}
