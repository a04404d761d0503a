package org.holdfast.core.risk.effect;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.holdfast.core.risk.FactsOf;
import org.holdfast.core.risk.Industries;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.SeriesBuilder;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.Fact.Detail;
import org.holdfast.core.signals.FactCodes;
import org.holdfast.demo.DemoGroup;
import org.holdfast.demo.DemoPlan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * In a generated group where half of the counter-offers come with a promotion, a raise alone holds for four months. That is found
 * from what people answer in surveys. How many are generated says the system property {@code effect.people}; the figures of
 * {@code docs/evaluation.md} are left in {@code target/planted-raise.md}.
 */
class PlantedRaiseTest {
    private static final double PLANTED = 4;
    private static final int PEOPLE = Integer.getInteger("effect.people", 6_000);
    private static final LocalDate END = LocalDate.of(2026, 11, 22);
    private static final StudyRules RULES = new StudyRules(180, END, 1, 1);
    private static final Set<String> WANTED = Set.of("survey.leave_intent", "counter_offer", "promotion");

    private static List<PersonSeries> people;

    @BeforeAll
    static void generate(@TempDir Path directory) throws IOException {
        DemoGroup.write(new DemoPlan(7, END, PEOPLE, 48, .5), directory);
        Map<UUID, List<Fact>> facts = new HashMap<>();
        read(directory, "signals", "signal", "", facts);
        read(directory, "events", "event", FactCodes.EVENT_PREFIX, facts);
        SeriesBuilder builder = new SeriesBuilder(Industries.load("tech"), FactsOf.ZONE);
        people = new ArrayList<>();
        facts.forEach((person, own) -> people.add(builder.build(person, own)));
    }

    @Test
    @EnabledIf("manyPeople")
    void howLongARaiseAloneHoldsIsFoundWithinAMonth() throws IOException {
        RaiseAlone found = RaiseAloneStudy.of(people, person -> true, RULES).orElseThrow();

        Files.writeString(
                Path.of("target", "planted-raise.md"),
                String.format(
                        Locale.ROOT,
                        "%d people generated; raise alone %d, with promotion %d: holds %.2f months (%.2f to %.2f), planted %.0f%n",
                        PEOPLE,
                        found.people(),
                        found.promoted(),
                        found.months(),
                        found.low(),
                        found.high(),
                        PLANTED));
        assertThat(found.months()).isBetween(PLANTED - 1, PLANTED + 1);
        assertThat(PLANTED).isBetween(found.low(), found.high());
    }

    @Test
    void withFewPeopleAnIntervalHoldsThePlantedMonthsOrNothingIsSaid() {
        assertThat(RaiseAloneStudy.of(people, person -> true, RULES))
                .satisfiesAnyOf(
                        found -> assertThat(found).isEmpty(),
                        found -> assertThat(PLANTED)
                                .isBetween(
                                        found.orElseThrow().low(),
                                        found.orElseThrow().high()));
    }

    @Test
    void whoseAnswersMayNotBeUsedTellsNothing() {
        assertThat(RaiseAloneStudy.of(people, person -> false, RULES)).isEmpty();
    }

    static boolean manyPeople() {
        return PEOPLE >= 60_000;
    }

    private static void read(Path directory, String file, String column, String prefix, Map<UUID, List<Fact>> facts)
            throws IOException {
        Path zipped = directory.resolve(file + ".csv.gz");
        boolean gzip = Files.exists(zipped);
        try (var bytes = Files.newInputStream(gzip ? zipped : directory.resolve(file + ".csv"));
                Reader in = new InputStreamReader(gzip ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (NamedCsvRecord row : rows) {
                if (WANTED.contains(row.getField(column))) {
                    LocalDate day = LocalDate.parse(row.getField("date"));
                    String who = row.getField("subsidiary") + row.getField("employee_no");
                    facts.computeIfAbsent(
                                    UUID.nameUUIDFromBytes(who.getBytes(StandardCharsets.UTF_8)),
                                    id -> new ArrayList<>())
                            .add(new Fact(
                                    prefix + row.getField(column),
                                    day,
                                    day.atStartOfDay(FactsOf.ZONE).toInstant(),
                                    Double.parseDouble(row.getField("value")),
                                    new Detail("file", "")));
                }
            }
        }
    }
}
