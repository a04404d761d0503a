package org.holdfast.core.retention.programmes;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.Department;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.retention.plans.Money;
import org.holdfast.core.retention.programmes.Programme.Action;
import org.holdfast.core.retention.programmes.ProgrammePeople.ChoicesView;
import org.holdfast.core.retention.programmes.ProgrammePeople.MemberView;
import org.holdfast.core.retention.programmes.ProgrammePeople.PreviewView;
import org.holdfast.core.retention.programmes.ProgrammePeople.TemplateAction;
import org.holdfast.core.retention.programmes.ProgrammePeople.TemplateView;
import org.holdfast.core.retention.programmes.ProgrammeView.ActionView;
import org.holdfast.core.retention.programmes.ProgrammeView.Costs;
import org.holdfast.core.retention.programmes.ProgrammeView.NameView;
import org.holdfast.core.retention.programmes.ProgrammeView.StepView;
import org.holdfast.core.retention.programmes.ProgrammeView.SumView;
import org.jspecify.annotations.Nullable;

/** Shows programmes to HR. Safe for use from many threads. */
final class ProgrammeReader {
    private static final int FIRST = 50;

    private final ProgrammeTable table;
    private final Programmes programmes;
    private final ProgrammeSight sight;
    private final Texts texts;

    ProgrammeReader(ProgrammeTable table, Programmes programmes, ProgrammeSight sight, Texts texts) {
        this.table = table;
        this.programmes = programmes;
        this.sight = sight;
        this.texts = texts;
    }

    /** Returns the programmes the caller sees, the latest first. */
    List<Programme> visible(Visibility caller) {
        ProgrammeSight.Looker looker = sight.of(caller);
        return table.all().stream().filter(looker::sees).toList();
    }

    /** Finds a programme the caller sees, else answers 404. */
    Programme find(UUID id, Visibility caller) {
        return table.find(id).filter(sight.of(caller)::sees).orElseThrow(RestException::notFound);
    }

    /** Shows a programme in a list. */
    ProgrammeView row(Programme of, Visibility caller, @Nullable String language) {
        return view(of, caller, language, null);
    }

    /** Shows a programme with what was done with it. */
    ProgrammeView whole(Programme of, Visibility caller, @Nullable String language) {
        ZoneId zone = zone(of);
        List<StepView> steps = table.steps(of).stream()
                .map(step -> new StepView(
                        step.at().atZone(zone).toOffsetDateTime(),
                        step.words().what().name().toLowerCase(Locale.ROOT),
                        step.words().by(),
                        step.words().changes(),
                        step.words().note()))
                .toList();
        return view(of, caller, language, steps);
    }

    /** Returns the members the caller sees, those who have left among them. */
    List<Member> members(Programme of, Visibility caller) {
        return table.members(of).stream()
                .filter(member -> ProgrammeSight.knows(people(), member.personId(), caller))
                .toList();
    }

    /** Shows a member. */
    MemberView member(Member member) {
        PersonCard card = people().card(member.personId()).orElseThrow(RestException::notFound);
        return new MemberView(
                EmployeeRow.of(card, people()), member.done().stream().sorted().toList());
    }

    /** Says who would belong to a cohort if it were fixed today. */
    PreviewView preview(UUID subsidiaryId, Cohort cohort, Visibility caller) {
        List<Employed> found =
                programmes.cohorts().of(subsidiaryId, cohort, programmes.firm().today(subsidiaryId));
        List<EmployeeRow> first = found.stream()
                .map(Employed::id)
                .filter(one -> ProgrammeSight.knows(people(), one, caller))
                .limit(FIRST)
                .flatMap(one -> people().card(one).stream())
                .map(card -> EmployeeRow.of(card, people()))
                .toList();
        return new PreviewView(subsidiaryId, found.size(), first);
    }

    /** Returns what programmes of a subsidiary can be made of. */
    ChoicesView choices(UUID subsidiaryId, @Nullable String language) {
        String tag = texts.negotiate(language);
        List<TemplateView> templates = ProgrammeTemplate.ALL.stream()
                .map(template -> template(template, tag))
                .toList();
        return new ChoicesView(
                templates,
                List.copyOf(programmes.cohorts().distinct(subsidiaryId, Employed.Post::family)),
                List.copyOf(programmes.cohorts().distinct(subsidiaryId, Employed.Post::grade)));
    }

    private TemplateView template(ProgrammeTemplate template, String tag) {
        String key = "programme.template." + template.code();
        return new TemplateView(
                template.code(),
                texts.text(tag, key + ".title"),
                texts.text(tag, key + ".reason"),
                template.cohort(),
                template.actions().stream()
                        .map(kind -> new TemplateAction(kind.code(), texts.text(tag, key + "." + kind.code())))
                        .toList());
    }

    private ProgrammeView view(
            Programme of, Visibility caller, @Nullable String language, @Nullable List<StepView> steps) {
        String tag = texts.negotiate(language);
        Programme.Content content = of.content();
        Programme.Course course = of.course();
        // Who would belong to a draft is looked up on its own page, not for each of a list.
        Integer people = of.begun() || steps != null ? people(of) : null;
        boolean writes = caller.has("programmes:write") && !course.state().over();
        return new ProgrammeView(
                of.id(),
                of.subsidiaryId(),
                people().subsidiary(of.subsidiaryId()).map(Subsidiary::name).orElse(""),
                team(of),
                course.state().code(),
                of.version(),
                new ProgrammeView.May(writes, writes && programmes.mayDecide(of, ProgrammeSight.by(caller))),
                content.template(),
                content.title(),
                content.reason(),
                content.cohort(),
                people,
                content.actions().stream().map(ProgrammeReader::action).toList(),
                new NameView(of.duty().ownerId(), name(of.duty().ownerId(), "retention.recipient.hr", tag)),
                approver(of, tag),
                new ProgrammeView.Days(
                        course.createdAt().atZone(zone(of)).toOffsetDateTime(),
                        content.terms().startOn(),
                        content.terms().dueOn(),
                        course.startedOn(),
                        course.endedOn()),
                costs(content, people),
                steps);
    }

    private int people(Programme of) {
        return of.begun()
                ? table.memberIds(of.id()).size()
                : programmes
                        .cohorts()
                        .of(
                                of.subsidiaryId(),
                                of.content().cohort(),
                                programmes.firm().today(of.subsidiaryId()))
                        .size();
    }

    private static ActionView action(Action action) {
        return new ActionView(
                action.id(),
                action.kind().code(),
                action.title(),
                action.each(),
                SumView.of(action.cost()),
                action.done());
    }

    private @Nullable NameView team(Programme of) {
        UUID team = of.duty().teamId();
        return team == null
                ? null
                : new NameView(
                        team, people().department(team).map(Department::name).orElse(""));
    }

    private String approver(Programme of, String tag) {
        return name(programmes.approver(of.subsidiaryId()).orElse(null), "retention.approver.groupHr", tag);
    }

    private String name(@Nullable UUID employee, String otherwise, String tag) {
        return Optional.ofNullable(employee)
                .flatMap(people()::card)
                .map(PersonCard::name)
                .orElseGet(() -> texts.text(tag, otherwise));
    }

    private static Costs costs(Programme.Content content, @Nullable Integer people) {
        BigDecimal planned = BigDecimal.ZERO;
        BigDecimal spent = BigDecimal.ZERO;
        Currency currency = null;
        for (Action action : content.actions()) {
            Money cost = action.cost();
            if (cost != null) {
                currency = cost.currency();
                planned = planned.add(cost.amount().multiply(times(action, people)));
                spent = spent.add(cost.amount().multiply(BigDecimal.valueOf(action.done())));
            }
        }
        SumView budget = SumView.of(content.terms().budget());
        if (currency == null) {
            return new Costs(budget, null, null);
        }
        String code = currency.getCurrencyCode();
        return new Costs(budget, people == null ? null : new SumView(planned, code), new SumView(spent, code));
    }

    private static BigDecimal times(Action action, @Nullable Integer people) {
        return action.each() && people != null ? BigDecimal.valueOf(people) : BigDecimal.ONE;
    }

    private ZoneId zone(Programme of) {
        return programmes.firm().calendar(of.subsidiaryId(), null).zone();
    }

    private People people() {
        return programmes.firm().people();
    }
}
