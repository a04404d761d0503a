package org.holdfast.launcher.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.holdfast.api.engine.EvaluationProtocol;
import org.holdfast.api.engine.EvaluationProtocol.Round;

/** Splits where each row is tested once per repeat. */
final class FoldSplit {
    private static final Pattern REPEAT = Pattern.compile("r\\d+");
    private static final Pattern FOLD = Pattern.compile("\\d{1,6}");

    private FoldSplit() {}

    /** Returns seeded folds with the same share of leavers in each. */
    static EvaluationProtocol stratified(double[] labels, int folds, int repeats, long seed) {
        long leavers = Arrays.stream(labels).filter(label -> label > 0.5).count();
        if (leavers < folds || labels.length - leavers < folds) {
            throw EvaluateFailure.ofUse("problem.fewForFolds", folds, leavers, labels.length - leavers);
        }
        List<Round> rounds = new ArrayList<>();
        for (int repeat = 0; repeat < repeats; repeat++) {
            addRounds(rounds, repeat, dealt(labels, folds, seed + repeat));
        }
        String name = "stratified " + folds + "-fold × " + repeats + ", seed " + seed;
        return new EvaluationProtocol(name, rounds, false, seed);
    }

    private static int[] dealt(double[] labels, int folds, long seed) {
        Random random = new Random(seed);
        int[] foldOfRow = new int[labels.length];
        int next = 0;
        for (boolean leavers : new boolean[] {true, false}) {
            List<Integer> rows = new ArrayList<>(IntStream.range(0, labels.length)
                    .filter(row -> labels[row] > 0.5 == leavers)
                    .boxed()
                    .toList());
            Collections.shuffle(rows, random);
            for (int row : rows) {
                foldOfRow[row] = next++ % folds;
            }
        }
        return foldOfRow;
    }

    /** Returns the folds of a file: column {@code row} from 0, each other column a repeat, its value the test fold. */
    static EvaluationProtocol fromFile(Path file, List<String> wanted, int rows, long seed) {
        TextTable table = TextTable.read(file);
        List<String> names = wanted.isEmpty()
                ? table.header().stream()
                        .filter(name -> REPEAT.matcher(name).matches())
                        .toList()
                : wanted;
        if (names.isEmpty()) {
            throw EvaluateFailure.ofUse("problem.noRepeat", file.toString());
        }
        if (table.rows() != rows) {
            throw EvaluateFailure.ofUse("problem.splitRows", file.toString(), table.rows(), rows);
        }
        int[] rowOfLine = rowOfLine(table, rows);
        List<Round> rounds = new ArrayList<>();
        for (int repeat = 0; repeat < names.size(); repeat++) {
            List<String> words = table.required(names.get(repeat));
            int[] foldOfRow = new int[rows];
            for (int line = 0; line < rows; line++) {
                foldOfRow[rowOfLine[line]] = fold(words.get(line), names.get(repeat), line);
            }
            addRounds(rounds, repeat, foldOfRow);
        }
        String name = "split file, repeats " + String.join(", ", names);
        return new EvaluationProtocol(name, rounds, false, seed);
    }

    private static int[] rowOfLine(TextTable table, int rows) {
        List<String> words = table.required("row");
        int[] rowOfLine = new int[rows];
        boolean[] seen = new boolean[rows];
        for (int line = 0; line < rows; line++) {
            int row = FOLD.matcher(words.get(line)).matches() ? Integer.parseInt(words.get(line)) : rows;
            if (row >= rows || seen[row]) {
                throw EvaluateFailure.ofUse("problem.splitRow", line, rows - 1);
            }
            seen[row] = true;
            rowOfLine[line] = row;
        }
        return rowOfLine;
    }

    private static int fold(String word, String column, int line) {
        if (!FOLD.matcher(word).matches()) {
            throw EvaluateFailure.ofUse("problem.splitFold", column, line);
        }
        return Integer.parseInt(word);
    }

    private static void addRounds(List<Round> rounds, int repeat, int... foldOfRow) {
        TreeSet<Integer> folds = new TreeSet<>(IntStream.of(foldOfRow).boxed().toList());
        if (folds.size() < 2) {
            throw EvaluateFailure.ofUse("problem.oneFold");
        }
        for (int fold : folds) {
            int[] train = IntStream.range(0, foldOfRow.length)
                    .filter(row -> foldOfRow[row] != fold)
                    .toArray();
            int[] test = IntStream.range(0, foldOfRow.length)
                    .filter(row -> foldOfRow[row] == fold)
                    .toArray();
            rounds.add(new Round(repeat, train, test));
        }
    }
}
