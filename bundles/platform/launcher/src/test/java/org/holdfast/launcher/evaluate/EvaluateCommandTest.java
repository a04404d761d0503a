package org.holdfast.launcher.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.holdfast.api.engine.LabelledTable.CategoricalColumn;
import org.holdfast.api.engine.LabelledTable.Column;
import org.holdfast.api.engine.LabelledTable.NumericColumn;
import org.holdfast.launcher.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private final RecordingEngine engine = new RecordingEngine();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Locale locale, String... arguments) {
        return new CommandLine(new EvaluateCommand(() -> engine, Words.in(locale)))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private int run(String... arguments) {
        return run(Locale.ENGLISH, arguments);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** Forty people: number, post, day of hire, pay, one column that never changes, and who left. */
    private String people() throws IOException {
        StringBuilder text = new StringBuilder("post,hired,pay,country,month,left\n");
        for (int row = 0; row < 40; row++) {
            text.append(row % 3 == 0 ? "sales" : "research")
                    .append(",2020-01-")
                    .append(1 + row % 28)
                    .append(',')
                    .append(row % 7 == 0 ? "" : 5000 + row / 2)
                    .append(",CN,2024-")
                    .append(1 + row / 10)
                    .append(',')
                    .append(row % 4 == 0 ? "Yes" : "No")
                    .append('\n');
        }
        return file("people.csv", text.toString());
    }

    @Test
    void numbersWordsAndDaysAreToldApart() throws IOException {
        int code = run("--input", people(), "--label", "left", "--exclude", "month", "--folds", "5", "--repeats", "2");

        assertThat(code).isZero();
        List<Column> columns = engine.table().columns();
        assertThat(columns).extracting(Column::name).containsExactly("post", "hired", "pay");
        assertThat(columns.get(0)).isInstanceOf(CategoricalColumn.class);
        assertThat(((NumericColumn) columns.get(1)).values()[0]).isEqualTo(18262);
        assertThat(((NumericColumn) columns.get(2)).values()[0]).isNaN();
        assertThat(engine.table().labels()).contains(1.0, 0.0);
        assertThat(out.toString())
                .contains("Leavers are the rows with \"Yes\" in left: 10 of 40")
                .contains("country is the same")
                .contains("hired holds days")
                .contains("base rate 25.0 %")
                .contains("Accuracy of the rule \"nobody leaves\" on the same tests: 75.0 %");
    }

    @Test
    void stratifiedFoldsHoldEveryRowOnceAndTheSameShareOfLeavers() throws IOException {
        run("--input", people(), "--label", "left", "--folds", "5", "--repeats", "2");

        assertThat(engine.protocol().rounds()).hasSize(10).allSatisfy(round -> {
            assertThat(round.test()).hasSize(8).doesNotContain(round.train());
            assertThat(round.train()).hasSize(32);
            double leavers = 0;
            for (int row : round.test()) {
                leavers += engine.table().labels()[row];
            }
            assertThat(leavers).isEqualTo(2);
        });
    }

    @Test
    void jsonIsExactlyWhatTheContractFixes() throws IOException {
        int code = run("--input", people(), "--label", "left", "--json");

        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(code).isZero();
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly("rows", "positives", "protocol", "algorithms", "alwaysStayAccuracy", "champion");
        List<String> metrics = new ArrayList<>();
        json.get("algorithms").get(0).fieldNames().forEachRemaining(metrics::add);
        assertThat(metrics)
                .containsExactly(
                        "name",
                        "rocAuc",
                        "prAuc",
                        "brier",
                        "logLoss",
                        "ece",
                        "accuracy",
                        "precisionAt5",
                        "precisionAt10");
        assertThat(json.get("algorithms").get(0).get("rocAuc").get("sd").asDouble())
                .isEqualTo(0.02);
        assertThat(json.get("champion").asText()).isEqualTo("logisticRegression");
        assertThat(json.get("alwaysStayAccuracy").asDouble()).isEqualTo(0.75);
        assertThat(err.toString()).contains("Leavers are the rows");
    }

    @Test
    void splitFileDecidesTheFolds() throws IOException {
        StringBuilder folds = new StringBuilder("row,r1,r2,g1\n");
        for (int row = 39; row >= 0; row--) {
            folds.append(row)
                    .append(',')
                    .append(row % 2)
                    .append(",")
                    .append(row / 20)
                    .append(",0\n");
        }
        String split = file("split.csv", folds.toString());

        run("--input", people(), "--label", "left", "--split-file", split);

        assertThat(engine.protocol().rounds()).hasSize(4);
        assertThat(engine.protocol().rounds().get(0).test()).contains(0, 2, 38).doesNotContain(1, 39);
        assertThat(engine.protocol().rounds().get(3).repeat()).isEqualTo(1);
        assertThat(engine.protocol().rounds().get(3).test()).contains(20, 39).doesNotContain(19);
    }

    @Test
    void timeTrainsBeforeTheWindowWithAnEmbargoOfOneHorizon() throws IOException {
        run("--input", people(), "--label", "left", "--time", "month", "--test-from", "2024-4", "--horizon", "P2M");

        assertThat(engine.protocol().temporal()).isTrue();
        assertThat(engine.protocol().rounds()).hasSize(1);
        assertThat(engine.protocol().rounds().get(0).train())
                .as("January and February; the outcome of March is not known in April")
                .hasSize(20)
                .contains(0, 19)
                .doesNotContain(20);
        assertThat(engine.protocol().rounds().get(0).test()).hasSize(10).contains(30, 39);
        assertThat(engine.table().columns()).extracting(Column::name).doesNotContain("month");
    }

    @Test
    void lastPeriodIsTheTestWhereNoWindowIsGiven() throws IOException {
        run("--input", people(), "--label", "left", "--time", "month");

        assertThat(engine.protocol().rounds().get(0).train()).hasSize(30);
        assertThat(engine.protocol().rounds().get(0).test()).hasSize(10).contains(30);
    }

    @Test
    void identifiersAreNotReadAndItIsSaid() throws IOException {
        StringBuilder text = new StringBuilder("EmployeeID;token;score;left\n");
        for (int row = 0; row < 200; row++) {
            text.append(1000 + row)
                    .append(";t")
                    .append(row)
                    .append(';')
                    .append(row % 9)
                    .append(';');
            text.append(row % 5 == 0 ? 1 : 0).append('\n');
        }

        run("--input", file("ids.csv", text.toString()), "--label", "left");

        assertThat(engine.table().columns()).extracting(Column::name).containsExactly("score");
        assertThat(out.toString()).contains("EmployeeID has 200 different").contains("token has 200 different words");
    }

    @Test
    void chineseFilesAreReadInBothEncodingsAndAnsweredInChinese() throws IOException {
        String text = "加班,离职\n" + "1,是\n2,否\n3,否\n".repeat(10);
        Path gb = folder.resolve("gb.csv");
        Files.write(gb, text.getBytes(Charset.forName("GB18030")));
        Path marked = folder.resolve("utf8.csv");
        Files.write(marked, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));

        assertThat(run(Locale.SIMPLIFIED_CHINESE, "--input", gb.toString(), "--label", "离职"))
                .isZero();
        assertThat(engine.table().columns()).extracting(Column::name).containsExactly("加班");
        assertThat(run(Locale.SIMPLIFIED_CHINESE, "--input", marked.toString(), "--label", "离职"))
                .isZero();
        assertThat(engine.table().columns()).extracting(Column::name).containsExactly("加班");
        assertThat(out.toString()).contains("冠军模型").contains("离职者为 离职 列取值“是”的行");
    }

    @Test
    void exactCopiesOfRowsAreWarnedOf() throws IOException {
        run("--input", file("copies.csv", "a,left\n" + "1,1\n2,0\n3,0\n".repeat(10)), "--label", "left");

        assertThat(out.toString()).contains("27 of 30 rows are exact copies");
    }

    @Test
    void wrongUseIsSaidInWordsAndExitsWithTwo() throws IOException {
        String people = people();

        assertProblem(2, "cannot be read", "--input", folder.resolve("no.csv").toString(), "--label", "left");
        assertProblem(2, "There is no column gone", "--input", people, "--label", "gone");
        assertProblem(2, "There is no column x", "--input", people, "--label", "left", "--exclude", "x");
        assertProblem(2, "has no value Maybe", "--input", people, "--label", "left", "--positive", "Maybe");
        assertProblem(2, "say with --positive", "--input", people, "--label", "month");
        assertProblem(2, "need --time", "--input", people, "--label", "left", "--horizon", "P1M");
        assertProblem(2, "is no period", "--input", people, "--label", "left", "--time", "month", "--horizon", "3");
        assertProblem(2, "is no day", "--input", people, "--label", "left", "--time", "month", "--test-from", "May");
        assertProblem(2, "no pattern", "--input", people, "--label", "left", "--time", "month", "--time-format", "{");
        assertProblem(2, "as many leavers (10)", "--input", people, "--label", "left", "--folds", "11");
        assertProblem(2, "Missing required option", "--input", people);
    }

    @Test
    void tableThatCannotBeEvaluatedIsSaidInWordsAndExitsWithOne() throws IOException {
        assertProblem(1, "same value in all rows", "--input", file("1.csv", "a,left\n1,0\n2,0\n"), "--label", "left");
        assertProblem(1, "no value in the label", "--input", file("2.csv", "a,left\n1,0\n2,\n"), "--label", "left");
        assertProblem(1, "Line 3 has 3 fields", "--input", file("3.csv", "a,left\n1,0\n2,1,3\n"), "--label", "left");
        assertProblem(1, "no rows", "--input", file("4.csv", "a,left\n"), "--label", "left");
        assertProblem(1, "stands twice", "--input", file("5.csv", "a,a\n1,2\n"), "--label", "a");
        assertProblem(
                1,
                "in no known way",
                "--input",
                file("6.csv", "t,a,left\nx,1,0\ny,2,1\n"),
                "--label",
                "left",
                "--time",
                "t");
        assertProblem(
                1, "No column is left", "--input", file("7.csv", "left\n" + "0\n1\n".repeat(5)), "--label", "left");
    }

    private void assertProblem(int code, String words, String... arguments) {
        err.getBuffer().setLength(0);
        assertThat(run(arguments)).as("%s", words).isEqualTo(code);
        assertThat(err.toString()).contains(words).doesNotContain("Exception");
    }
}
