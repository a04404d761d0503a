package org.holdfast.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Measures the product: {@code score}, {@code gate}, {@code import}, {@code nightly}, {@code rotation}, {@code sealing},
 * {@code parts}, {@code audit}, {@code erasure} and {@code pages}.
 */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the product; see docs/benchmarks.md.",
        subcommands = {
            ScoreBenchmark.class,
            GateBenchmark.class,
            ImportBenchmark.class,
            NightlyBenchmark.class,
            RotationBenchmark.class,
            SealingBenchmark.class,
            PartsBenchmark.class,
            AuditBenchmark.class,
            ErasureBenchmark.class,
            PagesBenchmark.class,
            OffboardingBenchmark.class
        })
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs a measurement and prints it as rows of a table.
     *
     * @param arguments what to measure
     */
    public static void main(String[] arguments) {
        int code = new CommandLine(new Benchmarks()).execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }
}
