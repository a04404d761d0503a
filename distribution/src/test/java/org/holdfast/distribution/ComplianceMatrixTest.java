package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.distribution.ComplianceTable.Obligation;
import org.junit.jupiter.api.Test;

/** Which test shows which obligation stands in the documents as it stands in the tests' tags; results are those of a verify. */
class ComplianceMatrixTest {

    @Test
    void thePageIsWhatTheTagsSay() throws IOException {
        Map<String, String> results = ComplianceTable.results();
        String generated = ComplianceTable.page(obligation -> results.getOrDefault(obligation.id(), ""));
        String page = Files.readString(ComplianceTable.PAGE);
        if (!generated.equals(page)) {
            Files.writeString(ComplianceTable.GENERATED, generated);
        }

        assertThat(page)
                .as("docs/compliance-matrix.md: copy distribution/target/compliance-matrix.md over it")
                .isEqualTo(generated);
    }

    @Test
    void everyTagIsAnObligation() throws IOException {
        Set<String> known =
                ComplianceTable.obligations().stream().map(Obligation::id).collect(Collectors.toSet());

        assertThat(known).hasSize(30);
        assertThat(known).containsAll(ComplianceTable.tags().keySet());
    }
}
