package org.holdfast.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the launcher says is a text by key, and every text is there in English and in Chinese. */
class TextFilesTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern PLACE = Pattern.compile("\\{\\d+}|\\$\\{[^}]*}|%n");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    /** What says something, with the literals that follow its opening bracket up to the end of the statement. */
    private static final Pattern SAYING = Pattern.compile(
            "(?:new StartFailure|EvaluateFailure\\.of(?:Use|Content)|Message\\.of|\\.say|words\\.text)\\(([^;]*)");

    private static final Pattern PASSED_ON = Pattern.compile(
            "\"((?:failure|step|sealed|use|bundle(?:Reason|Refusal|Distrust|Description))\\.[A-Za-z]+)\"");

    /** {@code JsonPart.wrong} is told the end of its key only. */
    private static final Pattern COMPLAINT = Pattern.compile("\\bwrong\\(\"([A-Za-z]+)\"");

    /** picocli looks these up by the names of commands and options. */
    private static final Pattern DESCRIPTION =
            Pattern.compile("(?:holdfast|usage|mixinStandardHelpOptions)\\..*|json|port|data-dir");

    private static final Pattern PRINTING = Pattern.compile("\\.(?:println|printf|print|show)\\(([^;]*)");
    private static final Pattern SENTENCE = Pattern.compile("\\p{L}{2,} \\p{L}{2,}");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z]*(?:[.-][A-Za-z0-9]+)*");

    @ParameterizedTest
    @ValueSource(strings = {"launcher", "evaluate", "bundles", "keys", "https"})
    void everyTextIsInEnglishAndChinese(String file) throws IOException {
        assertThat(words(file, "zh").stringPropertyNames())
                .isEqualTo(words(file, "en").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"launcher", "evaluate", "bundles", "keys", "https"})
    void bothLanguagesFillInTheSame(String file) throws IOException {
        Properties english = words(file, "en");
        Properties chinese = words(file, "zh");

        for (String key : english.stringPropertyNames()) {
            assertThat(places(chinese.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    @Test
    void everyKeyInTheCodeHasAText() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path source : sources()) {
            SAYING.matcher(Files.readString(source))
                    .results()
                    .forEach(saying -> STRING.matcher(saying.group(1))
                            .results()
                            .limit(1)
                            .map(TextFilesTest::unquoted)
                            .filter(key -> KEY.matcher(key).matches())
                            .filter(key -> Words.english().text(key).equals(key))
                            .forEach(key -> missing.add(source.getFileName() + ": " + key)));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyThatIsPassedOnHasAText() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path source : sources()) {
            String code = Files.readString(source);
            PASSED_ON.matcher(code).results().map(key -> key.group(1)).forEach(missing::add);
            COMPLAINT
                    .matcher(code)
                    .results()
                    .map(key -> "bundleDescription." + key.group(1))
                    .forEach(missing::add);
        }
        assertThat(missing).hasSizeGreaterThan(100);
        missing.removeIf(key -> Words.english().containsKey(key));

        assertThat(missing).isEmpty();
    }

    @Test
    void everyTextIsSaidSomewhere() throws IOException {
        StringBuilder code = new StringBuilder();
        for (Path source : sources()) {
            // A call may be broken between its bracket and its key.
            code.append(Files.readString(source).replaceAll("\\(\\s+\"", "(\""));
        }
        Set<String> keys = new TreeSet<>(words("launcher", "en").stringPropertyNames());
        keys.addAll(words("bundles", "en").stringPropertyNames());
        keys.addAll(words("keys", "en").stringPropertyNames());
        keys.addAll(words("https", "en").stringPropertyNames());
        keys.removeIf(key -> DESCRIPTION.matcher(key).matches());
        keys.removeIf(key -> code.indexOf("\"" + key + "\"") >= 0);
        keys.removeIf(key -> code.indexOf("wrong(\"" + key.replace("bundleDescription.", "") + "\"") >= 0);

        assertThat(keys).isEmpty();
    }

    @Test
    void noSentenceIsWrittenInTheCode() throws IOException {
        List<String> sentences = new ArrayList<>();
        for (Path source : sources()) {
            String code = Files.readString(source);
            for (Pattern pattern : List.of(SAYING, PRINTING)) {
                pattern.matcher(code)
                        .results()
                        .forEach(saying -> STRING.matcher(saying.group(1))
                                .results()
                                .map(TextFilesTest::unquoted)
                                .filter(literal -> SENTENCE.matcher(literal).find())
                                .forEach(literal -> sentences.add(source.getFileName() + ": " + literal)));
            }
            STRING.matcher(descriptions(code)).results().forEach(d -> sentences.add(source + ": " + d.group()));
        }
        assertThat(sentences).isEmpty();
    }

    /** Descriptions of commands and options come from the texts, so none stands in an annotation. */
    private static String descriptions(String code) {
        StringBuilder found = new StringBuilder();
        Pattern.compile("description = \"[^\"]*\"").matcher(code).results().forEach(d -> found.append(d.group()));
        return found.toString();
    }

    private static String unquoted(MatchResult literal) {
        return literal.group().substring(1, literal.group().length() - 1);
    }

    private static TreeSet<String> places(String text) {
        TreeSet<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(place -> places.add(place.group()));
        return places;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).hasSizeGreaterThan(60);
            return sources;
        }
    }

    private static Properties words(String file, String language) throws IOException {
        Properties words = new Properties();
        try (InputStream in = Words.class.getResourceAsStream("/text/" + file + "_" + language + ".properties")) {
            assertThat(in).isNotNull();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }
}
