package org.holdfast.core.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.holdfast.core.platform.paper.PaperForm;
import org.holdfast.core.platform.paper.PaperWords;
import org.holdfast.paper.Paper;
import org.holdfast.paper.Paper.Block;
import org.holdfast.paper.Paper.Fact;
import org.holdfast.paper.Paper.Facts;
import org.holdfast.paper.Paper.Section;
import org.holdfast.paper.Paper.Table;
import org.holdfast.paper.Paper.Text;

/** Everything that is held about a person on paper, in words (PIPL Art. 45, GDPR Art. 12(1) and 15). */
final class PersonRecordPaper implements PaperForm {
    /** More columns than this do not fit beside each other on a page. */
    private static final int WIDEST = 6;

    private static final Pattern NUMBERED = Pattern.compile("reason(\\d+)(Effect)?");
    private static final Pattern LIST = Pattern.compile(", ?");

    /** Families of the words for codes, by the field they stand in. */
    private static final Map<String, List<String>> FAMILIES = Map.ofEntries(
            Map.entry("signal", List.of("signal.", "record.fact.")),
            Map.entry("category", List.of("category.")),
            Map.entry("categories", List.of("category.")),
            Map.entry("restsOn", List.of("category.")),
            Map.entry("purpose", List.of("console.purpose.")),
            Map.entry("basis", List.of("console.basis.")),
            Map.entry("kind", List.of("requestKind.", "console.basis.")),
            Map.entry("state", List.of("requestState.")),
            Map.entry("outcome", List.of("console.dismissal.outcome.")),
            Map.entry("breachState", List.of("breachState.")),
            Map.entry("breachSeverity", List.of("breachSeverity.")),
            Map.entry("why", List.of("risk.unknown.")),
            Map.entry("band", List.of("console.band.")),
            Map.entry("status", List.of("console.status.")),
            Map.entry("by", List.of("role.")),
            Map.entry("roles", List.of("role.")),
            Map.entry("recipients", List.of("role.")));

    @Override
    public Paper lay(JsonNode told, PaperWords words) {
        List<Section> sections = new ArrayList<>();
        for (JsonNode section : told.path("sections")) {
            String heading =
                    words.word("record.section.", section.path("section").asText());
            sections.add(new Section(heading, List.of(block(section.path("items"), words))));
        }
        List<Fact> made = List.of(new Fact(words.text("paper.madeAt"), words.value(told.path("madeAt"))));
        return new Paper(words.language(), words.text("paper.record.title"), made, sections);
    }

    private static Block block(JsonNode items, PaperWords words) {
        if (items.isEmpty()) {
            return new Text(words.text("record.nothing"));
        }
        Set<String> fields = new LinkedHashSet<>();
        items.forEach(item -> item.fieldNames().forEachRemaining(fields::add));
        return items.size() > 1 && fields.size() <= WIDEST
                ? table(List.copyOf(fields), items, words)
                : lines(items, words);
    }

    private static Table table(List<String> fields, JsonNode items, PaperWords words) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode item : items) {
            rows.add(fields.stream()
                    .map(field -> item.has(field) ? value(field, item.get(field), words) : "")
                    .toList());
        }
        return new Table(fields.stream().map(field -> name(field, words)).toList(), rows);
    }

    private static Facts lines(JsonNode items, PaperWords words) {
        List<Fact> lines = new ArrayList<>();
        for (JsonNode item : items) {
            if (!lines.isEmpty()) {
                lines.add(new Fact("", ""));
            }
            for (Iterator<String> fields = item.fieldNames(); fields.hasNext(); ) {
                String field = fields.next();
                lines.add(new Fact(name(field, words), value(field, item.get(field), words)));
            }
        }
        return new Facts(lines);
    }

    private static String name(String field, PaperWords words) {
        var numbered = NUMBERED.matcher(field);
        if (numbered.matches()) {
            String key = numbered.group(2) == null ? "record.field.reasonN" : "record.field.reasonEffect";
            return words.text(key, numbered.group(1));
        }
        return words.word("record.field.", field);
    }

    private static String value(String field, JsonNode value, PaperWords words) {
        List<String> families = FAMILIES.get(field);
        if (families == null || !value.isTextual()) {
            return words.value(value);
        }
        return LIST.splitAsStream(value.textValue())
                .map(code -> word(families, code, words))
                .reduce((before, next) -> before + ", " + next)
                .orElse("–");
    }

    private static String word(List<String> families, String code, PaperWords words) {
        return families.stream()
                .map(family -> words.word(family, code))
                .filter(word -> !word.equals(code))
                .findFirst()
                .orElse(code);
    }
}
