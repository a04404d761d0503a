package org.holdfast.launcher.doctor;

import java.util.List;
import java.util.Optional;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.start.RunFile;
import org.holdfast.launcher.start.Server;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.web.PayaraServer;

/** Whether the server can listen, or does already. */
final class PortCheck implements Check {
    private static final String CHECK = "port";

    @Override
    public List<Finding> look(Configuration configuration) {
        PayaraServer.Place place = Server.place(configuration);
        Optional<RunFile> running = RunFile.of(configuration.dataDirectory());
        if (running.isPresent()) {
            // It may have been started with another port than the settings name.
            return List.of(Finding.ok(
                    CHECK,
                    "doctor.port.ours",
                    running.get().address(),
                    running.get().pid()));
        }
        try {
            PayaraServer.checkPort(place);
            return List.of(Finding.ok(CHECK, "doctor.port", configuration.text(Setting.HTTP_HOST), place.port()));
        } catch (StartFailure e) {
            return List.of(new Finding(CHECK, Finding.Status.FAILED, e.sentence()));
        }
    }
}
