package org.holdfast.language.de;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads every English message file of the repository: a text without a German one is found by its key. */
class GermanTextsTest {
    private static final Path BUNDLES = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Path GERMAN = Path.of("src/main/resources/text");
    private static final Pattern ENGLISH_FILE = Pattern.compile("src/main/resources/text/[^/]+_en\\.properties$");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    @Test
    void everyEnglishTextHasAGermanOne() throws IOException {
        Map<String, String> english = texts(englishFiles());

        Map<String, String> german = texts(germanFiles());

        assertThat(german.keySet()).containsAll(english.keySet());
        assertThat(german.values()).noneMatch(String::isBlank);
    }

    @Test
    void everyPlaceOfATextIsFilledInGermanToo() throws IOException {
        Map<String, String> english = texts(englishFiles());

        Map<String, String> german = texts(germanFiles());

        german.keySet().retainAll(english.keySet());
        assertThat(german)
                .allSatisfy((key, text) ->
                        assertThat(places(text)).as(key).isEqualTo(places(english.getOrDefault(key, ""))));
    }

    @Test
    void noKeyIsTranslatedTwice() throws IOException {
        List<String> keys = new ArrayList<>();

        for (Path file : germanFiles()) {
            keys.addAll(read(file).stringPropertyNames());
        }

        assertThat(keys).doesNotHaveDuplicates();
    }

    private static List<Path> englishFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path room : folders(BUNDLES)) {
            for (Path module : folders(room)) {
                files.addAll(files(module.resolve("src/main/resources/text")));
            }
            files.addAll(files(room.resolve("src/main/resources/text")));
        }
        files.removeIf(file ->
                !ENGLISH_FILE.matcher(file.toString().replace('\\', '/')).find());
        assertThat(files).hasSizeGreaterThan(5);
        return files;
    }

    private static List<Path> germanFiles() throws IOException {
        return files(GERMAN);
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).toList();
        }
    }

    private static Map<String, String> texts(List<Path> files) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files) {
            read(file).forEach((key, text) -> texts.put((String) key, (String) text));
        }
        return texts;
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(place -> places.add(place.group()));
        return places;
    }
}
