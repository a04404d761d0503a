package org.holdfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.holdfast.launcher.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(Locale language, String... arguments) {
        return Main.commandLine(Words.in(language))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyCommandAndOptionIsDescribedInBothLanguages(String language) {
        List<String> undescribed = new ArrayList<>();
        collect(Main.commandLine(Words.in(Locale.forLanguageTag(language))), undescribed);

        assertThat(undescribed).isEmpty();
    }

    private static void collect(CommandLine command, List<String> undescribed) {
        var spec = command.getCommandSpec();
        if (spec.usageMessage().description().length == 0) {
            undescribed.add(spec.qualifiedName());
        }
        for (ArgSpec argument : spec.args()) {
            if (argument.description().length == 0) {
                undescribed.add(spec.qualifiedName() + " " + argument);
            }
        }
        command.getSubcommands().values().forEach(sub -> collect(sub, undescribed));
    }

    @Test
    void helpIsInTheReadersLanguage() {
        assertThat(run(Locale.CHINESE, "demo", "--help")).isZero();

        assertThat(out.toString()).contains("用法：", "启动一个装有完整生成集团的服务器", "人数", "数据目录");
        assertThat(out.toString()).doesNotContain("Usage", "Shows", "null");
    }

    @Test
    void aCommandThatFailsSaysWhyAndWhatToDoInTheReadersLanguage() {
        assertThat(run(Locale.CHINESE, "status", "--data-dir", folder.toString()))
                .isEqualTo(1);
        assertThat(run(Locale.ENGLISH, "status", "--data-dir", folder.toString()))
                .isEqualTo(1);

        assertThat(err.toString())
                .isEqualToNormalizingNewlines("holdfast：数据目录 " + folder
                        + " 上没有运行的服务器。请用“holdfast start”启动，或用 --data-dir 指定另一目录。\nholdfast: No server runs on the"
                        + " data directory " + folder + ". Start one with \"holdfast start\", or name another directory"
                        + " with --data-dir.\n");
    }

    @Test
    void wrongUseIsSaidInTheReadersLanguageAndEndsWithTwo() {
        assertThat(run(Locale.CHINESE, "start", "--prot", "8080")).isEqualTo(2);
        assertThat(run(Locale.CHINESE, "start", "--port", "99999")).isEqualTo(2);
        assertThat(run(Locale.CHINESE, "start", "--port")).isEqualTo(2);
        assertThat(run(Locale.CHINESE, "import")).isEqualTo(2);
        assertThat(run(Locale.CHINESE, "evaluate", "--label", "left")).isEqualTo(2);
        assertThat(run(Locale.CHINESE, "stop", "--wait", "soon")).isEqualTo(2);

        assertThat(err.toString())
                .contains(
                        "没有选项、参数或命令“--prot 8080”",
                        "“99999”不能作为 --port 的值",
                        "缺少：--port",
                        "缺少：FILE",
                        "缺少：--input",
                        "“soon”不能作为 --wait 的值",
                        "用法：");
        assertThat(err.toString()).doesNotContain("Unknown", "Missing", "Invalid", "Usage");
    }

    @Test
    void wrongUseIsSaidInEnglishToo() {
        assertThat(run(Locale.ENGLISH, "start", "--port", "0")).isEqualTo(2);

        assertThat(err.toString()).startsWith("holdfast: \"0\" cannot be the value of --port.");
    }
}
