package org.holdfast.core.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.core.platform.paper.PaperForm;
import org.holdfast.core.platform.paper.PaperWords;
import org.holdfast.paper.Paper;
import org.holdfast.paper.Paper.Fact;
import org.holdfast.paper.Paper.Section;
import org.holdfast.paper.Paper.Table;

/**
 * The record of processing activities on paper (GDPR Art. 30(3): in writing, also in electronic form).
 *
 * @param madeAt when it was made
 */
record ProcessingRecordPaper(OffsetDateTime madeAt) implements PaperForm {
    private static final List<String> ACTIVITY = List.of("purpose", "category", "basis", "from", "to", "signals");
    private static final List<String> RETENTION = List.of("record", "kept");

    @Override
    public Paper lay(JsonNode told, PaperWords words) {
        return new Paper(
                words.language(),
                words.text("paper.processing.title", told.path("controller").asText()),
                facts(told, words),
                List.of(
                        new Section(words.text("paper.processing.activities"), List.of(activities(told, words))),
                        new Section(words.text("paper.processing.retention"), List.of(retention(told, words)))));
    }

    private List<Fact> facts(JsonNode told, PaperWords words) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.text("paper.madeAt"), words.value(new TextNode(madeAt.toString()))));
        facts.add(new Fact(words.text("paper.processing.country"), words.value(told.path("country"))));
        facts.add(new Fact(words.text("paper.processing.contact"), contact(told.path("contact"), words)));
        JsonNode book = told.path("jurisdiction");
        facts.add(new Fact(
                words.text("paper.book"),
                book.isTextual() ? words.word("jurisdiction.", book.asText()) : words.value(book)));
        facts.add(new Fact(words.text("paper.processing.people"), words.value(told.path("dataSubjects"))));
        facts.add(new Fact(words.text("paper.models"), words.words("", told.path("models"))));
        return facts;
    }

    private static String contact(JsonNode contact, PaperWords words) {
        List<String> lines = new ArrayList<>();
        for (String part : List.of("name", "email", "phone", "address", "representative")) {
            String line = contact.path(part).asText();
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines.isEmpty() ? words.text("paper.processing.nobody") : String.join("\n", lines);
    }

    private static Table activities(JsonNode told, PaperWords words) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode activity : told.path("activities")) {
            rows.add(List.of(
                    words.word("console.purpose.", activity.path("purpose").asText()),
                    words.word("category.", activity.path("category").asText()),
                    basis(activity, words),
                    words.value(activity.path("from")),
                    words.value(activity.path("to")),
                    words.words("", activity.path("signals"))));
        }
        return new Table(heads(ACTIVITY, words), rows);
    }

    private static String basis(JsonNode activity, PaperWords words) {
        if (!activity.hasNonNull("basis")) {
            return words.text("paper.processing.withheld");
        }
        String basis = words.word("console.basis.", activity.path("basis").asText());
        return activity.path("accepted").asBoolean() ? basis : words.text("paper.processing.refused", basis);
    }

    private static Table retention(JsonNode told, PaperWords words) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode rule : told.path("retention")) {
            rows.add(List.of(
                    words.word("console.retention.", rule.path("record").asText()),
                    words.text(
                            "paper.processing.after." + rule.path("from").asText(),
                            rule.path("months").asInt())));
        }
        return new Table(heads(RETENTION, words), rows);
    }

    private static List<String> heads(List<String> columns, PaperWords words) {
        return columns.stream()
                .map(column -> words.text("paper.processing." + column))
                .toList();
    }
}
