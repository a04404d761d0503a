package org.holdfast.core.offboarding.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.core.offboarding.interview.Interview.Answers;
import org.holdfast.core.offboarding.interview.Interview.Given;
import org.holdfast.core.offboarding.interview.Interview.Said;
import org.holdfast.core.offboarding.interview.InterviewForm.Choice;
import org.holdfast.core.offboarding.interview.InterviewForm.Question;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** The exit interviews of a person, each version of what was said in the words they were asked in, and their own draft. */
final class InterviewRecords implements PersonRecords {
    private final InterviewTable table;
    private final FormDesk forms;

    InterviewRecords(InterviewTable table, FormDesk forms) {
        this.table = table;
        this.forms = forms;
    }

    @Override
    public String section() {
        return "interviews";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        List<RecordItem> items = new ArrayList<>();
        for (Interview one : table.ofPerson(person.personId().orElseThrow())) {
            InterviewForm form = forms.of(one);
            items.add(RecordItem.with()
                    .and("state", one.course().state().code())
                    .and("dueOn", one.course().dueOn())
                    .and("on", one.course().closedOn())
                    .and("holder", one.content().holderName())
                    .and("note", one.content().note())
                    .item());
            for (Said said : table.said(one.of().caseId())) {
                items.add(RecordItem.with()
                        .and("at", said.at())
                        .and("version", said.number())
                        .and("by", said.words().by())
                        .and("talk", said.words().answers().talk())
                        .and("note", said.words().why())
                        .item());
                items.addAll(items(form, said.words().answers(), language));
            }
            // Drafts are data about the person like the rest, whoever writes them.
            for (Answers draft : drafts(one)) {
                items.add(RecordItem.with().and("state", "draft").item());
                items.addAll(items(form, draft, language));
            }
        }
        return items;
    }

    private static List<Answers> drafts(Interview one) {
        List<Answers> found = new ArrayList<>();
        Optional.ofNullable(one.content().own()).ifPresent(found::add);
        Optional.ofNullable(one.content().draft()).ifPresent(found::add);
        return found;
    }

    private static List<RecordItem> items(InterviewForm form, Answers answers, String language) {
        List<RecordItem> items = new ArrayList<>();
        if (!answers.reasons().isEmpty()) {
            items.add(RecordItem.with()
                    .and("reason", words(form, form.reasons(), answers.reasons(), language))
                    .item());
        }
        for (Given given : answers.given()) {
            Question question = form.questions()
                    .filter(one -> one.code().equals(given.question()))
                    .findFirst()
                    .orElseThrow();
            items.add(RecordItem.with()
                    .and("question", word(form, question.texts(), language))
                    .and("value", given.value())
                    .and("answer", words(form, question.choices(), given.choices(), language) + given.text())
                    .item());
        }
        return items;
    }

    private static String words(InterviewForm form, List<Choice> known, List<String> codes, String language) {
        return String.join(
                ", ",
                codes.stream()
                        .flatMap(code -> known.stream().filter(one -> one.code().equals(code)))
                        .map(one -> word(form, one.texts(), language))
                        .toList());
    }

    private static String word(InterviewForm form, Map<String, String> texts, String language) {
        String text = texts.get(language);
        return text == null ? texts.getOrDefault(form.languages().get(0), "") : text;
    }
}
