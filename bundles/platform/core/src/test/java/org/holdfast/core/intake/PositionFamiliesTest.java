package org.holdfast.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.intake.ImportStatus.Counts;
import org.holdfast.launcher.bundles.IndustryDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An industry bundle's own position families can be imported by the subsidiaries of that industry, and by no other. */
class PositionFamiliesTest {
    private static final String FILE = "subsidiary,employee_no,name,position_family\n"
            + "S1,E1,Ann,siteReliability\nS1,E2,Bob,rd\nS1,E3,Cid,wizardry\nS2,E1,Dan,siteReliability\n";

    @TempDir
    private Path folder;

    @Test
    void familiesOfTheOwnIndustryAreTakenAndOthersAreRejectedWithTheirColumn() throws IOException {
        try (IntakeBench bench = new IntakeBench(LocalDatabase.fresh(), folder, tech())) {
            bench.take("subsidiaries.csv", IntakeBench.SUBSIDIARIES);

            ImportStatus status = bench.take("employees.csv", FILE);

            assertThat(status.counts()).isEqualTo(new Counts(4, 2, 0, 2));
            assertThat(bench.rejected(status))
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row.problems())
                            .singleElement()
                            .satisfies(problem -> {
                                assertThat(problem.column()).isEqualTo("position_family");
                                assertThat(problem.code()).isEqualTo("unknownFamily");
                            }));
            assertThat(bench.rejected(status)).extracting(row -> row.line()).containsExactly(4L, 5L);
        }
    }

    @Test
    void withoutTheBundleOnlyTheCoresFamiliesAreTaken() {
        try (IntakeBench bench = new IntakeBench(LocalDatabase.fresh(), folder)) {
            bench.take("subsidiaries.csv", IntakeBench.SUBSIDIARIES);

            assertThat(bench.take("employees.csv", FILE).counts()).isEqualTo(new Counts(4, 1, 0, 3));
        }
    }

    private static IndustryModel tech() throws IOException {
        String json = """
                {"code": "tech", "version": "1.0.0", "positionFamilies": ["siteReliability"],
                 "features": [{"code": "tenure", "signal": "profile.tenureMonths", "aggregation": "last",
                               "windowDays": 0, "direction": "free"}],
                 "scorecard": {"intercept": -1.5, "horizonDays": 180,
                               "items": [{"feature": "tenure", "curve": [{"value": 0, "logOdds": 0.2},
                                                                         {"value": 9, "logOdds": 0}]}]}}
                """;
        return IndustryDescription.read(
                "tech/industry.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
