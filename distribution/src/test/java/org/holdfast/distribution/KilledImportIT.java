package org.holdfast.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kills in the middle of imports into the embedded database. Signs everybody off, so it comes late. */
@ExtendWith(SharedDemo.class)
@Order(Integer.MAX_VALUE - 10)
class KilledImportIT extends KilledImportPromises {
    KilledImportIT(DemoServer server) {
        super(server);
    }

    @Test
    void aKillInTheMiddleOfPeopleLosesNobodyAndDoublesNobody() throws IOException, InterruptedException {
        LargeFiles files = new LargeFiles(16_000, 0);
        for (String code : List.of("EMP-WHOLE", "EMP-KILLED")) {
            prepare(files, code);
        }
        taken("employees.csv", files.employees("EMP-WHOLE"), files.people());

        byte[] file = files.employees("EMP-KILLED");
        JsonNode ended = killedInTheMiddleOf("employees.csv", file);

        Assertions.assertThat(ended.path("accepted").asInt()).isEqualTo(files.people());
        assertSame(files, "EMP-WHOLE", "EMP-KILLED");
        assertUnchangedByTheSameAgain("employees.csv", file, files.people());
    }
}
