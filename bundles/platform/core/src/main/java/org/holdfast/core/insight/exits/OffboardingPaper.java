package org.holdfast.core.insight.exits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.core.platform.paper.PaperForm;
import org.holdfast.core.platform.paper.PaperWords;
import org.holdfast.paper.Paper;
import org.holdfast.paper.Paper.Block;
import org.holdfast.paper.Paper.Fact;
import org.holdfast.paper.Paper.Facts;
import org.holdfast.paper.Paper.Section;
import org.holdfast.paper.Paper.Table;
import org.holdfast.paper.Paper.Text;

/** The offboarding report on paper: every figure with what it is counted from and what it means. */
final class OffboardingPaper implements PaperForm {
    private static final List<String> FIGURE = List.of("figure", "numerator", "denominator", "value", "interval");
    private static final List<String> REASON = List.of("reason", "exits", "share");
    private static final List<String> STEP = List.of("step", "stepsDone", "hours", "inTime");

    @Override
    public Paper lay(JsonNode told, PaperWords words) {
        ReportWords say = new ReportWords(words::text, words.language());
        List<Fact> facts = List.of(
                new Fact(
                        say.text("span"),
                        say.text(
                                "fromTo",
                                told.path("from").asText(),
                                told.path("to").asText())),
                new Fact(say.text("asOf"), words.value(told.path("asOf"))),
                new Fact(say.text("subsidiaries"), words.words("", told.path("subsidiaries"))));
        return new Paper(
                words.language(),
                say.text("title"),
                facts,
                List.of(
                        new Section(say.text("figures"), List.of(figures(told, say), new Text(say.text("few")))),
                        new Section(say.text("reasons"), reasons(told, say)),
                        new Section(say.text("steps"), steps(told, say)),
                        new Section(say.text("meanings"), List.of(meanings(told, say)))));
    }

    private static Table figures(JsonNode told, ReportWords say) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode figure : told.path("figures")) {
            rows.add(List.of(
                    say.text("figure." + figure.path("code").asText()),
                    say.number(figure.path("numerator")),
                    say.number(figure.path("denominator")),
                    say.value(figure),
                    say.interval(figure)));
        }
        return new Table(say.heads(FIGURE), rows);
    }

    private static List<Block> reasons(JsonNode told, ReportWords say) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode reason : told.path("reasons")) {
            rows.add(List.of(
                    say.reason(reason),
                    say.number(reason.path("exits")),
                    say.percent(reason.path("share").doubleValue())));
        }
        return table(REASON, rows, say);
    }

    private static List<Block> steps(JsonNode told, ReportWords say) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode step : told.path("steps")) {
            rows.add(List.of(
                    say.step(step),
                    say.number(step.path("hours").path("denominator")),
                    say.value(step.path("hours")),
                    say.value(step.path("inTime"))));
        }
        return table(STEP, rows, say);
    }

    private static List<Block> table(List<String> heads, List<List<String>> rows, ReportWords say) {
        return List.of(rows.isEmpty() ? new Text(say.text("tooFew")) : new Table(say.heads(heads), rows));
    }

    private static Facts meanings(JsonNode told, ReportWords say) {
        List<Fact> facts = new ArrayList<>();
        for (JsonNode figure : told.path("figures")) {
            String code = figure.path("code").asText();
            facts.add(new Fact(say.text("figure." + code), say.text("meaning." + code)));
        }
        facts.add(new Fact(say.text("column.hours"), say.text("meaning.step")));
        return new Facts(facts);
    }
}
