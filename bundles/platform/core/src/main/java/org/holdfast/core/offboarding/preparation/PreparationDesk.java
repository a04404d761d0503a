package org.holdfast.core.offboarding.preparation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.labour.EndingRule;
import org.holdfast.api.labour.EvidenceRule;
import org.holdfast.api.labour.ExitKind;
import org.holdfast.core.access.Caller;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.labour.ExitLaw;
import org.holdfast.core.offboarding.preparation.PreparationView.EntryView;
import org.holdfast.core.offboarding.preparation.PreparationView.EvidenceView;
import org.holdfast.core.offboarding.preparation.PreparationView.StepView;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Begins, moves on and shows preparations for whoever calls: HR those of its subsidiaries, a superior those of who reports to them, and
 * nobody their own here. Safe for use from many threads.
 */
final class PreparationDesk {
    static final String READ = "offboardings:read";
    static final String START = "offboardings:start";

    private final Preparations preparations;
    private final World world;

    PreparationDesk(Preparations preparations, World world) {
        this.preparations = preparations;
        this.world = world;
    }

    /** What is around preparations. */
    record World(People people, ExitLaw law, Texts texts, Clock clock) {}

    Preparations preparations() {
        return preparations;
    }

    /** Returns those that go on and the caller may see, the one that began last first. */
    List<Preparation> visible(@Nullable UUID personId, Visibility caller) {
        List<Preparation> all = personId == null
                ? preparations.table().goingOn()
                : preparations.table().ofPerson(personId);
        return all.stream().filter(one -> sees(one, caller)).toList();
    }

    /** Finds one the caller may see, else answers 404. */
    Preparation find(UUID id, Visibility caller) {
        return preparations.find(id).filter(one -> sees(one, caller)).orElseThrow(RestException::notFound);
    }

    /** Begins one as HR. */
    Preparation begin(PreparationFields fields, Visibility caller) {
        PersonCard card = world.people()
                .card(fields.requireEmployee())
                .filter(one -> caller.has(START, one.subsidiaryId(), one.id()))
                .orElseThrow(RestException::notFound);
        Preparation.Content none = new Preparation.Content(by(caller), "", "", null, Map.of(), List.of());
        return preparations.begin(fields.requireKey(), card, fields.content(none, today(card.subsidiaryId())));
    }

    /** Changes one as HR. */
    Preparation change(UUID id, PreparationFields fields, Visibility caller) {
        Preparation was = hrs(id, fields.version(), caller);
        return preparations.change(was, fields.content(was.content(), today(was.subsidiaryId())), by(caller));
    }

    /** Notes that a step is done, or is not. */
    Preparation step(UUID id, String step, PreparationFields.StepFields fields, Visibility caller) {
        PreparationStep which = PreparationStep.ofCode(step).orElseThrow(RestException::notFound);
        boolean done = fields.wanted();
        return preparations.step(hrs(id, fields.version(), caller), which, done, by(caller));
    }

    /** Adds a piece of evidence. */
    Preparation collect(UUID id, PreparationFields.EvidenceFields fields, Visibility caller) {
        Preparation was = hrs(id, fields.version(), caller);
        return preparations.collect(was, fields.piece(today(was.subsidiaryId())), by(caller));
    }

    /** Takes one back. */
    Preparation revoke(UUID id, PreparationFields.StepFields fields, Visibility caller) {
        return preparations.revoke(hrs(id, fields.version(), caller), fields.text(), by(caller));
    }

    /** Finds what is prepared for the caller as an employee. */
    Optional<Preparation> own(Visibility caller) {
        return caller.caller().employeeId().flatMap(preparations::goingOn);
    }

    /** Shows one as a row of a list. */
    PreparationView row(Preparation one, Visibility caller) {
        return view(one, null, null, caller);
    }

    /** Shows one with all that is known of it. */
    PreparationView whole(Preparation one, Visibility caller, @Nullable String language) {
        List<EntryView> history = preparations.table().entries(one).stream()
                .map(entry -> entry(one, entry))
                .toList();
        return view(one, evidence(one, world.texts().negotiate(language)), history, caller);
    }

    OffsetDateTime moment(Preparation of, Instant at) {
        return at.atZone(zone(of.subsidiaryId())).toOffsetDateTime();
    }

    private PreparationView view(
            Preparation one,
            @Nullable List<EvidenceView> evidence,
            @Nullable List<EntryView> history,
            Visibility caller) {
        Instant ended = one.course().endedAt();
        boolean hr = caller.has(START, one.subsidiaryId(), one.personId());
        return new PreparationView(
                one.id(),
                EmployeeRow.of(preparations.card(one.personId()), world.people()),
                one.course().state().code(),
                one.content().why(),
                one.content().wantedOn(),
                moment(one, one.course().startedAt()),
                ended == null ? null : moment(one, ended),
                one.version(),
                one.content().note(),
                Arrays.stream(PreparationStep.values())
                        .map(step -> step(one, step))
                        .toList(),
                evidence,
                one.goesOn()
                        ? Arrays.stream(FinalStep.values()).map(FinalStep::code).toList()
                        : List.of(),
                history,
                hr && one.goesOn());
    }

    private StepView step(Preparation one, PreparationStep step) {
        Instant done = one.content().steps().get(step.code());
        return new StepView(step.code(), done == null ? null : moment(one, done));
    }

    private EntryView entry(Preparation one, PreparationEntry entry) {
        Preparation.By by = entry.words().by();
        return new EntryView(
                moment(one, entry.at()),
                entry.words().what(),
                entry.words().detail(),
                by == null ? null : by.name(),
                entry.words().note());
    }

    /** Lists what was collected and, where somebody stays away, what the law asks for and nobody has entered. */
    private List<EvidenceView> evidence(Preparation one, String tag) {
        List<EvidenceRule> asked = asked(one);
        List<EvidenceView> found = new ArrayList<>();
        for (Preparation.Evidence piece : one.content().evidence()) {
            Optional<EvidenceRule> rule = asked.stream()
                    .filter(each -> each.kind().code().equals(piece.kind()))
                    .findFirst();
            found.add(new EvidenceView(
                    piece.kind(),
                    piece.reference(),
                    piece.on(),
                    rule.isEmpty() ? null : article(one, rule.get(), tag)));
        }
        for (EvidenceRule rule : asked) {
            String kind = rule.kind().code();
            if (found.stream().noneMatch(view -> view.kind().equals(kind))) {
                found.add(new EvidenceView(kind, null, null, article(one, rule, tag)));
            }
        }
        return found;
    }

    private List<EvidenceRule> asked(Preparation one) {
        return one.content().why().equals(PreparationWhy.ABSENCE.code())
                ? world.law()
                        .law(one.subsidiaryId())
                        .flatMap(law -> law.rules().ending(ExitKind.ABANDONMENT))
                        .map(EndingRule::evidence)
                        .orElse(List.of())
                : List.of();
    }

    private @Nullable String article(Preparation one, EvidenceRule rule, String tag) {
        Optional<ExitLaw.Law> law = world.law().law(one.subsidiaryId());
        return law.isEmpty() ? null : world.texts().text(tag, law.get().article(rule.article()));
    }

    private boolean sees(Preparation one, Visibility caller) {
        return caller.tells("offboarding", one.personId(), one.subsidiaryId())
                && caller.maySee(one.subsidiaryId(), one.personId())
                // Whoever is being erased at this moment has no card any more.
                && world.people().card(one.personId()).isPresent();
    }

    private Preparation hrs(UUID id, @Nullable Integer version, Visibility caller) {
        Preparation found = find(id, caller);
        if (!caller.has(START, found.subsidiaryId(), found.personId())) {
            throw RestException.notFound();
        }
        if (version == null) {
            throw RestException.invalid("version", "missing");
        }
        if (version != found.version()) {
            throw Preparations.changed();
        }
        return found;
    }

    private LocalDate today(UUID subsidiaryId) {
        return LocalDate.ofInstant(world.clock().instant(), zone(subsidiaryId));
    }

    private ZoneId zone(UUID subsidiaryId) {
        return world.people().subsidiary(subsidiaryId).map(Subsidiary::timezone).orElseThrow(RestException::notFound);
    }

    private static Preparation.By by(Visibility caller) {
        Caller who = caller.caller();
        return new Preparation.By(who.id(), who.name());
    }
}
