package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Writes the page of obligations with the results of this build, after all other tests: {@code target/compliance-matrix.md},
 * to be copied over the one of the documents. Whether a test failed is for the build to say, not for this.
 */
class ComplianceReport {
    /**
     * How the tests of a class ended.
     *
     * @param tests how many there were
     * @param failed how many of them failed or were skipped
     * @param on on which day
     */
    private record Ended(int tests, int failed, LocalDate on) {
        Ended and(Ended more) {
            return new Ended(tests + more.tests, failed + more.failed, on.isAfter(more.on) ? on : more.on);
        }
    }

    @Test
    void pageTellsHowTheTestsOfEachObligationEnded() throws IOException {
        Map<String, Ended> ended = ended();
        Map<String, Set<String>> tags = ComplianceTable.tags();

        String page = ComplianceTable.page(obligation -> result(tags.getOrDefault(obligation.id(), Set.of()), ended));
        Files.writeString(ComplianceTable.GENERATED, page);

        // Whoever runs this test alone has no results of the others; this build has those of the matrix at least.
        assertThat(page).contains("| O30 |");
        assertThat(ended).containsKey("ComplianceMatrixTest");
    }

    private static String result(Set<String> classes, Map<String, Ended> ended) {
        List<Ended> known =
                classes.stream().filter(ended::containsKey).map(ended::get).toList();
        if (classes.isEmpty()) {
            return "";
        }
        if (known.size() < classes.size()) {
            return "**not run: %d of %d classes**".formatted(classes.size() - known.size(), classes.size());
        }
        int tests = known.stream().mapToInt(Ended::tests).sum();
        int failed = known.stream().mapToInt(Ended::failed).sum();
        LocalDate on = known.stream().map(Ended::on).max(LocalDate::compareTo).orElseThrow();
        return failed == 0
                ? "%d tests passed, %s".formatted(tests, on)
                : "**%d of %d tests failed**, %s".formatted(failed, tests, on);
    }

    /** Reads the reports of all modules, by name of the class. */
    private static Map<String, Ended> ended() throws IOException {
        Map<String, Ended> ended = new HashMap<>();
        List<Path> reports = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ComplianceTable.ROOT)) {
            files.filter(file -> file.toString().matches(".*[/\\\\](surefire|failsafe)-reports[/\\\\]TEST-.*\\.xml"))
                    .forEach(reports::add);
        }
        for (Path report : reports) {
            add(ended, report);
        }
        return ended;
    }

    /** A report is of a class, or of a suite with many. */
    private static void add(Map<String, Ended> ended, Path report) throws IOException {
        LocalDate on = LocalDate.ofInstant(Files.getLastModifiedTime(report).toInstant(), ZoneOffset.UTC);
        NodeList cases = parsed(report).getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element one = (Element) cases.item(i);
            String name = one.getAttribute("classname").replaceFirst("^.*\\.", "");
            ended.merge(name, new Ended(1, passed(one) ? 0 : 1, on), Ended::and);
        }
    }

    private static boolean passed(Element one) {
        return Stream.of("failure", "error", "skipped")
                .allMatch(ill -> one.getElementsByTagName(ill).getLength() == 0);
    }

    private static Document parsed(Path report) throws IOException {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }
}
