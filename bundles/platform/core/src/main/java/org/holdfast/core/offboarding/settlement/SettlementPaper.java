package org.holdfast.core.offboarding.settlement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.core.platform.paper.PaperForm;
import org.holdfast.core.platform.paper.PaperWords;
import org.holdfast.paper.Paper;
import org.holdfast.paper.Paper.Block;
import org.holdfast.paper.Paper.Fact;
import org.holdfast.paper.Paper.Section;
import org.holdfast.paper.Paper.Table;
import org.holdfast.paper.Paper.Text;

/** A settlement on paper: what is owed, until when, and how it was computed. */
final class SettlementPaper implements PaperForm {

    @Override
    public Paper lay(JsonNode told, PaperWords words) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(words.text("settlement.file.title"), List.of(lines(told, words))));
        for (JsonNode line : told.path("lines")) {
            if (!line.path("steps").isEmpty()) {
                sections.add(new Section(line.path("title").asText(), List.of(steps(line, words))));
            }
        }
        List<Block> notes = new ArrayList<>();
        told.path("notes").forEach(note -> notes.add(new Text(note.asText())));
        if (!notes.isEmpty()) {
            sections.add(new Section(words.text("settlement.file.notes"), notes));
        }
        return new Paper(words.language(), words.text("settlement.file.title"), facts(told, words), sections);
    }

    private static List<Fact> facts(JsonNode told, PaperWords words) {
        JsonNode employee = told.path("employee");
        JsonNode exit = told.path("exit");
        JsonNode sums = told.path("sums");
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.text("settlement.file.employeeNo"), words.value(employee.path("employeeNo"))));
        facts.add(new Fact(words.text("settlement.file.name"), words.value(employee.path("name"))));
        facts.add(new Fact(words.text("settlement.file.kind"), words.value(exit.path("kindText"))));
        facts.add(new Fact(words.text("settlement.file.lastDay"), words.value(exit.path("lastDay"))));
        facts.add(new Fact(words.text("settlement.file.onLastDay"), money(sums.path("due"), told)));
        facts.add(new Fact(words.text("settlement.file.atHandover"), money(sums.path("held"), told)));
        facts.add(new Fact(words.text("settlement.file.total"), money(sums.path("total"), told)));
        return facts;
    }

    private static Table lines(JsonNode told, PaperWords words) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode line : told.path("lines")) {
            String when = line.path("held").asBoolean() ? "atHandover" : "onLastDay";
            rows.add(List.of(
                    line.path("title").asText(),
                    money(line.path("amount"), told),
                    words.text("settlement.file." + when)));
        }
        return new Table(columns(words, "line", "amount", "due"), rows);
    }

    private static Table steps(JsonNode line, PaperWords words) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode step : line.path("steps")) {
            rows.add(List.of(
                    step.path("text").asText(),
                    step.path("result").asText(),
                    step.path("article").asText()));
        }
        return new Table(columns(words, "step", "result", "article"), rows);
    }

    private static List<String> columns(PaperWords words, String... names) {
        List<String> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(words.text("settlement.file." + name));
        }
        return columns;
    }

    private static String money(JsonNode amount, JsonNode told) {
        return amount.isNumber()
                ? SettlementFile.amount(amount, told.path("currency")).toPlainString()
                        + ' '
                        + told.path("currency").asText()
                : "–";
    }
}
