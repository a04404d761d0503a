package org.holdfast.core.offboarding.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdfast.api.HoldfastException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What audiences are told is a table that a firm can narrow. */
class AudienceTableTest {
    @TempDir
    private Path data;

    private static String shipped() throws IOException {
        return Files.readString(Path.of("../../../config/events.csv"));
    }

    @Test
    void aFirmsOwnTableReplacesTheOneThatShips() throws IOException {
        Path own = Files.createDirectories(data.resolve("config")).resolve("events.csv");
        Files.writeString(own, shipped().replace("employeeNo,,x,x,x", "employeeNo,,x,,x"));

        assertThat(AudienceTable.read(data).of(Audience.BUSINESS)).containsExactly(EventField.LAST_DAY);
        Files.delete(own);
        assertThat(AudienceTable.read(data).of(Audience.BUSINESS))
                .containsExactlyInAnyOrder(EventField.EMPLOYEE_NO, EventField.LAST_DAY);
    }

    @Test
    void aWrongTableIsRefusedInWords() throws IOException {
        String right = shipped();

        refused("", "one line for each field");
        refused(right.replace("step,x,x,,x\n", ""), "one line for each field");
        refused(right.replace("outcome,", "reason,"), "'outcome'");
        refused(right.replace("field,oa,", "field,boss,"), "one column for each audience");
        refused(right.replace("case,x,,,", "case,yes,,,"), "'case'");
        refused(right + "pay,x,x,x,x\n", "one line for each field");
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> AudienceTable.of(text))
                .isInstanceOf(HoldfastException.class)
                .hasMessageContaining(why);
    }
}
