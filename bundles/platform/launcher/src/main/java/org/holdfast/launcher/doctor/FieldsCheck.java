package org.holdfast.launcher.doctor;

import java.util.List;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.FieldTable;
import org.holdfast.launcher.start.StartFailure;

/** Whether the table of fields is one, and grants nobody more than the table of roles. */
final class FieldsCheck implements Check {
    private static final String CHECK = "fields";

    @Override
    public List<Finding> look(Configuration configuration) {
        try {
            int fields = FieldTable.read(configuration.dataDirectory()).fields().size();
            return List.of(Finding.ok(CHECK, "doctor.fields", fields));
        } catch (StartFailure e) {
            return List.of(new Finding(CHECK, Finding.Status.FAILED, e.sentence()));
        }
    }
}
