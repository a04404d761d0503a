package org.holdfast.launcher.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.database.Migration;
import org.holdfast.launcher.start.RunFile;
import org.holdfast.launcher.start.StartFailure;

/** Whether the databases can be opened, and whether they are of this version. */
final class DatabaseCheck implements Check {
    private static final String CHECK = "database";

    @Override
    public List<Finding> look(Configuration configuration) {
        DatabaseAddress main = DatabaseAddress.main(configuration);
        if (main.isEmbedded()) {
            if (RunFile.of(configuration.dataDirectory()).isPresent()) {
                return List.of(Finding.ok(CHECK, "doctor.database.running"));
            }
            if (!Files.exists(file(configuration))) {
                return List.of(Finding.ok(CHECK, "doctor.database.new"));
            }
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(version(CHECK, main, "db/changelog.xml"));
        findings.add(version("keyStore", DatabaseAddress.keys(configuration), "db/keys.xml"));
        return findings;
    }

    /** Where the embedded database is. */
    static Path file(Configuration configuration) {
        return configuration.dataDirectory().resolve("database").resolve("holdfast.mv.db");
    }

    private static Finding version(String check, DatabaseAddress address, String changeLog) {
        try {
            Migration.State state = new Migration(address.readOnly(), changeLog).look();
            return state.missing() == 0
                    ? Finding.ok(check, "doctor.database", state.product(), state.applied())
                    : Finding.ok(check, "doctor.database.old", state.product(), state.applied(), state.missing());
        } catch (StartFailure e) {
            return new Finding(check, Finding.Status.FAILED, e.sentence());
        }
    }
}
