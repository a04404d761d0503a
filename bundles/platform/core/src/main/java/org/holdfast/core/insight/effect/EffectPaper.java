package org.holdfast.core.insight.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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

/** The effect report on paper: every figure with what it is counted from and what it means. */
final class EffectPaper implements PaperForm {
    /** The figures that stand in the table of months. */
    static final List<String> MONTHLY =
            List.of("talked", "talkInTime", "intentPrecision", "exitPrecision", "recall", "retained180");

    private static final List<String> FIGURE = List.of("figure", "numerator", "denominator", "value", "interval");
    private static final List<String> GROUP = List.of("subsidiary", "group", "before", "since", "control");
    private static final List<String> TRIAL =
            List.of("subsidiary", "trial", "told", "held", "difference", "toldAnyway");

    @Override
    public Paper lay(JsonNode told, PaperWords words) {
        EffectWords say = new EffectWords(words::text, words.language());
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
                        new Section(say.text("months"), List.of(months(told, say))),
                        new Section(say.text("attrition"), attrition(told, say)),
                        new Section(say.text("trials"), trials(told, say)),
                        new Section(say.text("meanings"), List.of(meanings(told, say)))));
    }

    private static Table figures(JsonNode told, EffectWords say) {
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

    private static Table months(JsonNode told, EffectWords say) {
        List<String> heads = new ArrayList<>(say.heads(List.of("month")));
        MONTHLY.forEach(code -> heads.add(say.text("figure." + code)));
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode month : told.path("months")) {
            List<String> row = new ArrayList<>(List.of(month.path("month").asText()));
            MONTHLY.forEach(code -> row.add(say.inMonth(figure(month, code))));
            rows.add(row);
        }
        return new Table(heads, rows);
    }

    /** Returns a figure of a month. */
    static JsonNode figure(JsonNode month, String code) {
        for (JsonNode figure : month.path("figures")) {
            if (figure.path("code").asText().equals(code)) {
                return figure;
            }
        }
        return MissingNode.getInstance();
    }

    private static List<Block> attrition(JsonNode told, EffectWords say) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : told.path("attrition")) {
            rows.add(List.of(
                    row.path("subsidiary").asText(),
                    say.group(row),
                    say.rate(row.path("before")),
                    say.rate(row.path("since")),
                    say.control(row)));
        }
        return rows.isEmpty()
                ? List.of(new Text(say.text("tooFew")))
                : List.of(new Table(say.heads(GROUP), rows), new Text(say.text("caution")));
    }

    private static List<Block> trials(JsonNode told, EffectWords say) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : told.path("trials")) {
            rows.add(List.of(
                    row.path("subsidiary").asText(),
                    say.trial(row),
                    say.arm(row.path("told")),
                    say.arm(row.path("held")),
                    say.difference(row.path("difference")),
                    say.number(row.path("toldAnyway"))));
        }
        return rows.isEmpty()
                ? List.of(new Text(say.text("noTrial")))
                : List.of(new Table(say.heads(TRIAL), rows), new Text(say.text("trialNote")));
    }

    private static Facts meanings(JsonNode told, EffectWords say) {
        List<Fact> facts = new ArrayList<>();
        for (JsonNode figure : told.path("figures")) {
            String code = figure.path("code").asText();
            facts.add(new Fact(say.text("figure." + code), say.text("meaning." + code)));
        }
        return new Facts(facts);
    }
}
