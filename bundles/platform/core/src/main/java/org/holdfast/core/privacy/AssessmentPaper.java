package org.holdfast.core.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.core.platform.paper.PaperForm;
import org.holdfast.core.platform.paper.PaperWords;
import org.holdfast.paper.Paper;
import org.holdfast.paper.Paper.Fact;
import org.holdfast.paper.Paper.Section;
import org.holdfast.paper.Paper.Text;

/**
 * An impact assessment on paper: what was asked and answered, what it covers, and who signed it when (PIPL Art. 56 has it kept for
 * three years at least).
 *
 * @param subsidiary name of the subsidiary
 */
record AssessmentPaper(String subsidiary) implements PaperForm {

    @Override
    public Paper lay(JsonNode told, PaperWords words) {
        List<Section> sections = new ArrayList<>();
        for (JsonNode question : told.path("questions")) {
            sections.add(new Section(question.path("text").asText(), List.of(new Text(answer(question, words)))));
        }
        return new Paper(
                words.language(), words.text("paper.assessment.title", subsidiary), facts(told, words), sections);
    }

    private static List<Fact> facts(JsonNode told, PaperWords words) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.text("paper.assessment.version"), words.value(told.path("version"))));
        String state = told.path("state").asText();
        facts.add(new Fact(words.text("paper.assessment.state"), words.text("paper.assessment.state." + state)));
        facts.add(new Fact(words.text("paper.assessment.opened"), words.value(told.path("openedAt"))));
        if (told.hasNonNull("signedAt")) {
            facts.add(new Fact(words.text("paper.assessment.signed"), words.value(told.path("signedAt"))));
            facts.add(new Fact(words.text("paper.assessment.signer"), words.value(told.path("signedByName"))));
            facts.add(new Fact(words.text("paper.assessment.validTo"), words.value(told.path("validTo"))));
        }
        String book = told.path("book").asText();
        facts.add(new Fact(
                words.text("paper.book"),
                words.word("jurisdiction.", book) + " "
                        + told.path("bookVersion").asText()));
        facts.add(new Fact(words.text("paper.assessment.covers"), words.words("category.", told.path("categories"))));
        facts.add(new Fact(words.text("paper.models"), words.words("", told.path("models"))));
        return facts;
    }

    private static String answer(JsonNode question, PaperWords words) {
        JsonNode answer = question.path("answer");
        if (question.path("kind").asText().equals("confirmation")) {
            boolean confirmed = answer.asText().equals(AssessmentDesk.CONFIRMED);
            return words.text(confirmed ? "paper.assessment.confirmed" : "paper.assessment.unconfirmed");
        }
        return words.value(answer);
    }
}
