package org.holdfast.launcher.doctor;

import java.util.List;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.MailSettings;

/** Whether reminders leave the console, and by which mail server. It is not called: a test mail is sent in the console. */
final class MailCheck implements Check {
    private static final String CHECK = "mail";

    @Override
    public List<Finding> look(Configuration configuration) {
        return List.of(MailSettings.of(configuration)
                .map(settings -> Finding.ok(
                        CHECK,
                        "doctor.mail",
                        settings.server().host(),
                        String.valueOf(settings.server().port()),
                        settings.from()))
                .orElseGet(() -> Finding.ok(CHECK, "doctor.mail.off")));
    }
}
