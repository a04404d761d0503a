package org.holdfast.core.risk.effect;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.risk.FactsOf;
import org.holdfast.core.risk.features.Market;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.SeriesBuilder;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.Fact.Detail;
import org.holdfast.core.signals.FactCodes;
import org.holdfast.demo.DemoGroup;
import org.holdfast.demo.DemoPlan;

/** A subsidiary of the demo group, read from its import files, with the truth about its actions that no import sees. */
final class DemoFirm {
    private final String code;
    private final Path directory;
    private final Map<UUID, List<Fact>> facts = new HashMap<>();
    private final Map<String, TreeMap<LocalDate, Double>> market = new HashMap<>();
    private final Map<ActionKey, Truth> truth = new HashMap<>();

    private DemoFirm(String code, Path directory) {
        this.code = code;
        this.directory = directory;
    }

    /** Which action the truth is about. */
    record ActionKey(UUID person, LocalDate day) {}

    /** The true probabilities of an exit within 180 days without and with an action. */
    record Truth(String kind, String assignment, double without, double with) {}

    static DemoFirm generate(String code, DemoPlan plan, Path directory) {
        try {
            DemoGroup.write(plan, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DemoFirm firm = new DemoFirm(code, directory);
        firm.read();
        return firm;
    }

    Map<ActionKey, Truth> truth() {
        return truth;
    }

    List<PersonSeries> people(IndustryModel industry) {
        SeriesBuilder builder = new SeriesBuilder(industry, FactsOf.ZONE);
        List<PersonSeries> people = new ArrayList<>();
        facts.forEach((person, own) -> people.add(builder.build(person, own)));
        return people;
    }

    Market market() {
        return (post, day) -> {
            var known = market.getOrDefault(
                            post.position() + post.family() + post.location() + post.grade(), new TreeMap<>())
                    .floorEntry(day);
            return known == null ? OptionalDouble.empty() : OptionalDouble.of(known.getValue());
        };
    }

    private void read() {
        each("employees", row -> employee(row));
        each("signals", row -> fact(row, row.getField("signal"), row.getField("source"), row.getField("text")));
        each(
                "events",
                row -> fact(row, FactCodes.EVENT_PREFIX + row.getField("event"), "events", row.getField("detail")));
        each(
                "market_pay",
                row -> market.computeIfAbsent(
                                row.getField("position")
                                        + row.getField("position_family")
                                        + row.getField("location")
                                        + row.getField("grade"),
                                post -> new TreeMap<>())
                        .put(LocalDate.parse(row.getField("date")), Double.parseDouble(row.getField("p50"))));
        each(
                "truth_actions",
                row -> truth.put(
                        new ActionKey(id(row.getField("employee_no")), LocalDate.parse(row.getField("date"))),
                        new Truth(
                                row.getField("action"),
                                row.getField("assignment"),
                                Double.parseDouble(row.getField("p_exit_180_without")),
                                Double.parseDouble(row.getField("p_exit_180_with")))));
    }

    private void employee(NamedCsvRecord row) {
        UUID person = id(row.getField("employee_no"));
        LocalDate hired = LocalDate.parse(row.getField("hire_date"));
        add(person, FactCodes.HIRED, hired, 1, "");
        add(
                person,
                FactCodes.MANAGER,
                hired,
                Double.NaN,
                row.getField("manager_no").isEmpty()
                        ? ""
                        : id(row.getField("manager_no")).toString());
        add(person, FactCodes.POSITION, hired, Double.NaN, row.getField("position"));
        add(person, FactCodes.FAMILY, hired, Double.NaN, row.getField("position_family"));
        add(person, FactCodes.GRADE, hired, Double.NaN, row.getField("grade"));
        add(person, FactCodes.LOCATION, hired, Double.NaN, row.getField("location"));
        add(person, FactCodes.KEY_POST, hired, row.getField("key_post").equals("1") ? 1 : 0, "");
        if (row.getField("status").equals("left")) {
            double voluntary = row.getField("leave_type").equals("voluntary") ? 1 : 0;
            add(person, FactCodes.LEFT, LocalDate.parse(row.getField("leave_date")), voluntary, "");
        }
    }

    private void fact(NamedCsvRecord row, String signal, String source, String text) {
        LocalDate date = LocalDate.parse(row.getField("date"));
        String known = row.getField("known_at");
        LocalDate knownOn = known.isEmpty() ? date : LocalDate.parse(known.substring(0, 10));
        String value = row.getField("value");
        double number = value.isEmpty() ? Double.NaN : Double.parseDouble(value);
        if (signal.startsWith(FactCodes.EVENT_PREFIX) && value.isEmpty()) {
            number = 1;
        }
        add(
                id(row.getField("employee_no")),
                new Fact(
                        signal,
                        date,
                        knownOn.atStartOfDay(FactsOf.ZONE).toInstant(),
                        number,
                        new Detail(source, text)));
    }

    private void add(UUID person, String signal, LocalDate day, double value, String text) {
        add(person, new Fact(signal, day, day.atStartOfDay(FactsOf.ZONE).toInstant(), value, new Detail("hr", text)));
    }

    private void add(UUID person, Fact fact) {
        facts.computeIfAbsent(person, id -> new ArrayList<>()).add(fact);
    }

    private UUID id(String number) {
        return UUID.nameUUIDFromBytes((code + number).getBytes(StandardCharsets.UTF_8));
    }

    private void each(String file, Consumer<NamedCsvRecord> action) {
        Path path = directory.resolve(file + ".csv.gz");
        try (Reader in = new InputStreamReader(
                        Files.exists(path)
                                ? new GZIPInputStream(Files.newInputStream(path))
                                : Files.newInputStream(directory.resolve(file + ".csv")),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (NamedCsvRecord row : rows) {
                if (!row.getHeader().contains("subsidiary")
                        || row.getField("subsidiary").equals(code)) {
                    action.accept(row);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
