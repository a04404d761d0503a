package org.holdfast.core.surveys;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.surveys.OwnSurveysView.Choice;
import org.holdfast.core.surveys.OwnSurveysView.OwnScale;
import org.holdfast.core.surveys.OwnSurveysView.OwnSignal;
import org.holdfast.core.surveys.OwnSurveysView.OwnSurvey;
import org.jspecify.annotations.Nullable;

/** What people do with surveys in their own session. Safe for use from many threads. */
final class OwnSurveys {
    private final SurveyDesk desk;
    private final SurveyConsent consent;
    private final SurveyWords words;
    private final Clock clock;

    OwnSurveys(SurveyDesk desk, SurveyConsent consent, SurveyWords words, Clock clock) {
        this.desk = desk;
        this.consent = consent;
        this.words = words;
        this.clock = clock;
    }

    OwnSurveysView of(PersonCard self, @Nullable String language) {
        LocalDate today = desk.today(self.subsidiaryId());
        List<OwnSurvey> items = works(self, today)
                ? desk.table().all().stream()
                        .filter(round ->
                                round.takesAnswers(today) && desk.asked().asks(round, self))
                        .sorted(Comparator.comparing(round -> round.days().last()))
                        .map(round -> survey(round, self, language))
                        .toList()
                : List.of();
        return new OwnSurveysView(items, signal(self));
    }

    private OwnSurvey survey(Round round, PersonCard self, @Nullable String language) {
        SurveyKind kind = round.kind();
        List<Choice> needs = kind.asksForNeeds() ? words.needs(self.subsidiaryId(), language) : List.of();
        return new OwnSurvey(
                round.id(),
                kind.code(),
                round.days().last(),
                desk.table().answered(round, self.id()),
                new OwnScale(kind.scale().lowest(), kind.scale().highest()),
                words.questions(kind, language),
                needs);
    }

    /** Takes an answer of somebody: once, while the round is open, and as a signal only where they agreed. */
    void answer(PersonCard self, UUID roundId, AnswerForm form) {
        Round round = desk.table().find(roundId).orElseThrow(RestException::notFound);
        LocalDate today = desk.today(self.subsidiaryId());
        if (!desk.asked().asks(round, self) || !works(self, today)) {
            throw RestException.notFound();
        }
        if (!round.takesAnswers(today)) {
            throw SurveyDesk.notOpen();
        }
        Set<String> needs = words.needs(self.subsidiaryId(), null).stream()
                .map(Choice::code)
                .collect(Collectors.toSet());
        Answer read = form.read(round.kind(), needs);
        Answer answer =
                new Answer(desk.asked().counted(round, self), read.named(), read.scores(), read.keeps(), read.leaves());
        Subject person = subject(self);
        if (answer.named()) {
            consent.require(person, today);
        }
        SurveyConsent.Signal signal =
                new SurveyConsent.Signal(round.kind().signal(), today, clock.instant(), answer.mean());
        boolean taken = desk.table().answer(round, self.id(), answer, () -> {
            if (answer.named()) {
                consent.append(person, signal);
            }
        });
        if (!taken) {
            throw RestException.of(
                    SurveyError.SURVEY_ANSWERED, "You have answered this survey: the first answer counts.");
        }
    }

    OwnSignal signal(PersonCard self) {
        Subject person = subject(self);
        LocalDate today = desk.today(self.subsidiaryId());
        return new OwnSignal(
                consent.offered(person), consent.since(person, today).orElse(null));
    }

    OwnSignal agree(PersonCard self) {
        consent.give(subject(self), desk.today(self.subsidiaryId()));
        return signal(self);
    }

    OwnSignal withdraw(PersonCard self) {
        consent.withdraw(subject(self), desk.today(self.subsidiaryId()));
        return signal(self);
    }

    /** Says whether somebody works here: whoever left yesterday does not, even where the file that says so is still to come. */
    private boolean works(PersonCard self, LocalDate today) {
        if (self.status() == Employee.Status.LEFT) {
            return false;
        }
        LocalDate last = desk.asked()
                .people()
                .employee(self.id())
                .map(Employee::exit)
                .map(Employee.Exit::date)
                .orElse(null);
        return last == null || !today.isAfter(last);
    }

    private static Subject subject(PersonCard self) {
        return Subject.person(self.subsidiaryId(), self.id());
    }
}
