package org.holdfast.launcher.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.engine.Engine;
import org.holdfast.api.engine.EvaluationProtocol;
import org.holdfast.api.engine.LabelledTable;
import org.holdfast.launcher.text.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Trains logistic regression, random forest and XGBoost on a table with a label and prints how they do.
 *
 * <p>Needs an engine, but neither server nor database. Exit codes: 0 done, 1 the table cannot be evaluated, 2 the
 * options are wrong.
 */
@Command(name = "evaluate", mixinStandardHelpOptions = true, sortOptions = false)
public final class EvaluateCommand implements Callable<Integer> {
    private final Supplier<Engine> engine;
    private final Words words;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--input", required = true, paramLabel = "FILE")
    private Path input = Path.of("");

    @Option(names = "--label", required = true, paramLabel = "COLUMN")
    private String label = "";

    @Option(names = "--positive", paramLabel = "VALUE")
    private @Nullable String positive;

    @Option(names = "--exclude", split = ",", paramLabel = "COLUMN")
    private List<String> exclude = new ArrayList<>();

    @Option(names = "--folds", defaultValue = "5")
    private int folds;

    @Option(names = "--repeats", defaultValue = "3")
    private int repeats;

    @Option(names = "--split-file", paramLabel = "FILE")
    private @Nullable Path splitFile;

    @Option(names = "--split-columns", split = ",", paramLabel = "COLUMN")
    private List<String> splitColumns = new ArrayList<>();

    @Option(names = "--time", paramLabel = "COLUMN")
    private @Nullable String time;

    @Option(names = "--time-format", paramLabel = "PATTERN")
    private @Nullable String timeFormat;

    @Option(names = "--test-from", paramLabel = "DAY")
    private @Nullable String testFrom;

    @Option(names = "--test-to", paramLabel = "DAY")
    private @Nullable String testTo;

    @Option(names = "--horizon", paramLabel = "PERIOD")
    private @Nullable String horizon;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    @Option(names = "--json")
    private boolean json;

    /**
     * Creates the command.
     *
     * @param engine gives the engine when it is needed
     * @param words the reader's language
     */
    public EvaluateCommand(Supplier<Engine> engine, Words words) {
        this.engine = engine;
        this.words = words;
    }

    @Override
    public Integer call() {
        try {
            evaluate();
            return 0;
        } catch (EvaluateFailure e) {
            err().println(e.in(words));
            return e.exitCode();
        } catch (HoldfastException e) {
            err().println(e.getMessage());
            return 1;
        }
    }

    private void evaluate() {
        checkOptions();
        TextTable source = TextTable.read(input);
        OutcomeLabel outcome = OutcomeLabel.of(label, source.required(label), Optional.ofNullable(positive));
        exclude.forEach(source::required);
        EvaluationProtocol protocol = protocol(source, outcome);
        ColumnReading reading = read(source);
        PrintWriter notes = json ? err() : out();
        notes.println(words.text("note.positive", label, outcome.positive(), outcome.positives(), source.rows()));
        reading.notes().forEach(notes::println);
        noteDuplicates(source, notes);
        notes.println();
        notes.flush();
        if (reading.columns().isEmpty()) {
            throw EvaluateFailure.ofContent("problem.noFeature");
        }
        LabelledTable table = new LabelledTable(reading.columns(), outcome.values());
        EvaluationReport report =
                EvaluationReport.of(engine.get().evaluate(table, protocol), protocol, outcome.values());
        out().print(json ? pretty(report) : report.table(words));
        out().flush();
    }

    private void checkOptions() {
        if (splitFile != null && time != null) {
            throw EvaluateFailure.ofUse("problem.bothSplits");
        }
        if (time == null && hasTimeOption()) {
            throw EvaluateFailure.ofUse("problem.needsTime");
        }
        if (folds < 2 || repeats < 1) {
            throw EvaluateFailure.ofUse("problem.folds", folds, repeats);
        }
        if (splitFile == null && !splitColumns.isEmpty()) {
            throw EvaluateFailure.ofUse("problem.needsSplitFile");
        }
    }

    private boolean hasTimeOption() {
        return timeFormat != null || testFrom != null || testTo != null || horizon != null;
    }

    private EvaluationProtocol protocol(TextTable source, OutcomeLabel outcome) {
        if (time != null) {
            TimeSplit.Request request = new TimeSplit.Request(
                    time,
                    Optional.ofNullable(timeFormat),
                    Optional.ofNullable(testFrom),
                    Optional.ofNullable(testTo),
                    period());
            return TimeSplit.of(request, source.required(time)).protocol(seed);
        }
        return splitFile != null
                ? FoldSplit.fromFile(splitFile, splitColumns, source.rows(), seed)
                : FoldSplit.stratified(outcome.values(), folds, repeats, seed);
    }

    private Optional<Period> period() {
        if (horizon == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Period.parse(horizon));
        } catch (DateTimeParseException e) {
            throw EvaluateFailure.ofUse("problem.horizon", horizon);
        }
    }

    private ColumnReading read(TextTable source) {
        Set<String> left = new HashSet<>(exclude);
        left.add(label);
        if (time != null) {
            left.add(time);
        }
        ColumnReading reading = new ColumnReading(words);
        for (int column = 0; column < source.header().size(); column++) {
            String name = source.header().get(column);
            if (!left.contains(name)) {
                reading.read(name, source.columns().get(column));
            }
        }
        return reading;
    }

    /** Rows that are the same in every column sit in training and test at once and make all figures too good. */
    private void noteDuplicates(TextTable source, PrintWriter notes) {
        Set<List<String>> seen = new HashSet<>();
        for (int row = 0; row < source.rows(); row++) {
            int at = row;
            seen.add(source.columns().stream().map(column -> column.get(at)).toList());
        }
        if (seen.size() < source.rows()) {
            notes.println(words.text("note.duplicates", source.rows() - seen.size(), source.rows()));
        }
    }

    private static String pretty(EvaluationReport report) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report.json())
                    + System.lineSeparator();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of numbers and words always becomes JSON", e);
        }
    }

    private PrintWriter out() {
        return commandLine().getOut();
    }

    private PrintWriter err() {
        return commandLine().getErr();
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec, "Run it through picocli").commandLine();
    }
}
