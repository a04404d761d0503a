package org.holdfast.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Generates a demo group by hand: {@code DIRECTORY END_DAY [PEOPLE [MONTHS [SEED]]]}. */
public final class DemoCommand {

    private static final String USAGE = "Usage: DIRECTORY END_DAY [PEOPLE [MONTHS [SEED]]], the day as 2026-11-22";

    private DemoCommand() {}

    /**
     * Writes a group and prints what was written; exits with 2 on wrong use and 1 where writing fails.
     *
     * @param arguments the directory, the last day of the history, and optionally people, months and seed
     */
    public static void main(String[] arguments) {
        int code = run(List.of(arguments), new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(List<String> arguments, PrintWriter out) {
        if (arguments.size() < 2 || arguments.size() > 5) {
            out.println(USAGE);
            return 2;
        }
        try {
            for (WrittenFile file : DemoGroup.write(plan(arguments), Path.of(arguments.get(0)))) {
                out.printf("%,12d rows  %s%n", file.rows(), file.path());
            }
            out.println("truth.csv holds the probabilities given the hidden intent: no model that reads the signals");
            out.println("alone can reach them; docs/demo-group.md tells what the ceiling of a model is.");
            return 0;
        } catch (DateTimeParseException | IllegalArgumentException wrong) {
            out.println(USAGE);
            return 2;
        } catch (IOException failed) {
            out.println("The demo group could not be written to " + arguments.get(0) + ": " + failed.getMessage());
            return 1;
        }
    }

    private static DemoPlan plan(List<String> arguments) {
        LocalDate endDay = LocalDate.parse(arguments.get(1));
        int people = arguments.size() > 2 ? Integer.parseInt(arguments.get(2)) : DemoPlan.DEFAULT_PEOPLE;
        int months = arguments.size() > 3 ? Integer.parseInt(arguments.get(3)) : DemoPlan.DEFAULT_MONTHS;
        long seed = arguments.size() > 4 ? Long.parseLong(arguments.get(4)) : DemoPlan.DEFAULT_SEED;
        return new DemoPlan(seed, endDay, people, months);
    }
}
