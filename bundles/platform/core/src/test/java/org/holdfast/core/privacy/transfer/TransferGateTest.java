package org.holdfast.core.privacy.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.api.jurisdiction.TransferRules;
import org.holdfast.core.privacy.transfer.TransferGate.Counters;
import org.holdfast.core.privacy.transfer.TransferGate.Day;
import org.holdfast.core.privacy.transfer.TransferGate.Wanted;
import org.holdfast.core.privacy.transfer.TransferPermit.Grounds;
import org.holdfast.core.privacy.transfer.TransferPermit.Signatures;
import org.holdfast.launcher.bundles.RuleBookDescription;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The gate with the rule books as they ship decides as the law does, written down a second time in a table. */
@Tag("O18")
class TransferGateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    /** A row of the table. */
    private record Row(
            String book, String country, String mechanism, String data, Counters since, String permit, String outcome) {

        static Row parse(String line) {
            String[] cells = line.split(",", -1);
            Counters since = new Counters(Long.parseLong(cells[4]), Long.parseLong(cells[5]));
            return new Row(cells[0], cells[1], cells[2], cells[3], since, cells[6], cells[7]);
        }

        boolean aggregate() {
            return data.startsWith("aggregate");
        }

        Wanted wanted() {
            DataClass data =
                    DataClass.ofCode(aggregate() ? "aggregate" : this.data).orElseThrow();
            int group = aggregate() ? Integer.parseInt(this.data.substring("aggregate".length())) : 0;
            return new Wanted(country, data, group, since);
        }
    }

    @Test
    void everyRowOfTheTableIsDecidedAsItSays() throws IOException {
        List<Row> rows = rows();
        Optional<TransferRules> pipl = shipped("pipl").transfers();
        Optional<TransferRules> gdpr = shipped("gdpr").transfers();

        assertThat(rows).hasSizeGreaterThanOrEqualTo(600);
        assertThat(rows.stream().map(Row::outcome).distinct())
                .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(Outcome.values())
                        .map(Outcome::code)
                        .toList());
        for (Row row : rows) {
            Optional<TransferRules> rules = switch (row.book()) {
                case "pipl" -> pipl;
                case "gdpr" -> gdpr;
                default -> Optional.empty();
            };
            Day day = new Day(TODAY, !row.permit().equals("notAssessed"));
            assertThat(TransferGate.decide(rules, row.wanted(), permit(row), day)
                            .code())
                    .as("%s", row)
                    .isEqualTo(row.outcome());
        }
    }

    @Test
    void aPermitHoldsOnItsLastDay() throws IOException {
        Wanted wanted = new Wanted("DE", DataClass.PERSON, 0, new Counters(1, 0));
        TransferPermit permit = permit("DE", "standardContract", false, TODAY, signed(NOW, null));
        Optional<TransferRules> rules = shipped("pipl").transfers();

        assertThat(TransferGate.decide(rules, wanted, permit, new Day(TODAY, true)))
                .isEqualTo(Outcome.ALLOWED);
        assertThat(TransferGate.decide(rules, wanted, permit, new Day(TODAY.plusDays(1), true)))
                .isEqualTo(Outcome.EXPIRED);
    }

    private static TransferPermit permit(Row row) {
        String country = row.permit().equals("otherCountry") ? "ZZ" : row.country();
        LocalDate validTo = row.permit().equals("expired") ? TODAY.minusDays(1) : TODAY.plusYears(1);
        Signatures signatures = switch (row.permit()) {
            case "oneSignature" -> new Signatures(new UUID(1, 1), NOW, null, null, null);
            case "revoked" -> signed(NOW, NOW);
            default -> signed(NOW, null);
        };
        return row.permit().equals("none")
                ? null
                : permit(country, row.mechanism(), !row.permit().equals("personOnly"), validTo, signatures);
    }

    private static Signatures signed(Instant at, Instant revoked) {
        return new Signatures(new UUID(1, 1), at, new UUID(2, 2), at, revoked);
    }

    private static TransferPermit permit(
            String country, String mechanism, boolean sensitive, LocalDate validTo, Signatures signatures) {
        Grounds grounds = new Grounds("0".repeat(64), new UUID(4, 4), new UUID(5, 5));
        return new TransferPermit(
                new UUID(6, 6), new UUID(7, 7), country, mechanism, sensitive, grounds, validTo, signatures);
    }

    private static List<Row> rows() throws IOException {
        try (InputStream table = TransferGateTest.class.getResourceAsStream("/transfer/decisions.csv")) {
            return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("book,"))
                    .map(Row::parse)
                    .toList();
        }
    }

    static RuleBook shipped(String code) throws IOException {
        Path file = Path.of("..", "..", "protection", code, "src", "main", "resources", "jurisdiction.json");
        try (InputStream in = Files.newInputStream(file)) {
            return RuleBookDescription.read(code + "/jurisdiction.json", in);
        }
    }
}
