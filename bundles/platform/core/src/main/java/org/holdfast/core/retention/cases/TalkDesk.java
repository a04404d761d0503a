package org.holdfast.core.retention.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.core.access.Caller;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.retention.Alert;
import org.holdfast.core.retention.AlertDocuments.Need;
import org.holdfast.core.retention.Alerts;
import org.holdfast.core.retention.Needs;
import org.holdfast.core.retention.Recipient;
import org.holdfast.core.retention.cases.Talk.By;
import org.holdfast.core.retention.cases.TalkDraft.Span;
import org.holdfast.core.retention.cases.TalkTable.Added;
import org.holdfast.core.retention.cases.TalkView.Cause;
import org.holdfast.core.retention.cases.TalkView.WordsView;
import org.jspecify.annotations.Nullable;

/**
 * Records talks and shows them. HR reads all of its subsidiaries; a superior the words of those they held themselves, and of
 * others that there was one and when: the words of HR may hold a reason from outside. Safe for use from many threads.
 */
final class TalkDesk {
    private final TalkTable talks;
    private final Alerts alerts;
    private final Needs needs;
    private final People people;
    private final Clock clock;

    TalkDesk(TalkTable talks, Alerts alerts, Needs needs, People people, Clock clock) {
        this.talks = talks;
        this.alerts = alerts;
        this.needs = needs;
        this.people = people;
        this.clock = clock;
    }

    /** Adds the talks and what the caller may do to a case that is shown alone. */
    CaseView whole(CaseView row, RetentionCase one, Visibility caller, @Nullable String language) {
        List<Cause> causes = causes(one, language);
        Map<String, String> names = causes.stream().collect(Collectors.toMap(Cause::code, Cause::text));
        List<Talk> all = talks.of(one);
        Map<UUID, UUID> corrected = corrected(all);
        Shown how = new Shown(names, zone(one, caller), talks.files().of(one));
        List<TalkView> shown = all.stream()
                .map(talk -> view(talk, one, caller, corrected.get(talk.id()), how))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(shown);
        boolean open = one.state() != CaseState.CLOSED
                && caller.has("alerts:write", one.subsidiaryId(), one.personId())
                && (CaseReader.asHr(one, caller) || CaseReader.asTalker(one, caller));
        return row.with(shown, causes, open);
    }

    /** Returns the days of the talks that nobody corrected. */
    List<LocalDate> days(RetentionCase one) {
        return standing(one).stream().map(talk -> talk.words().heldOn()).toList();
    }

    /** Returns the talks that nobody corrected. */
    List<Talk> standing(RetentionCase one) {
        List<Talk> all = talks.of(one);
        Map<UUID, UUID> corrected = corrected(all);
        return all.stream().filter(talk -> !corrected.containsKey(talk.id())).toList();
    }

    /**
     * Records a talk. The same request sent twice is taken once.
     *
     * @param one a case the caller sees
     * @param caller who held it
     * @param draft the talk
     */
    void record(RetentionCase one, Visibility caller, TalkDraft draft) {
        requireOpen(one);
        boolean hr = CaseReader.asHr(one, caller);
        if (!hr && !CaseReader.asTalker(one, caller)) {
            throw another();
        }
        draft.check(
                span(one, caller),
                needs.of(one.subsidiaryId(), null).stream().map(Need::code).collect(Collectors.toSet()));
        Caller who = caller.caller();
        Talk talk = new Talk(
                UUID.randomUUID(),
                one.id(),
                Objects.requireNonNull(draft.key()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                draft.corrects(),
                draft.words(new By(who.id(), who.name(), hr)));
        if (taken(one, talk)) {
            return;
        }
        requireCorrectable(one, talk, caller);
        add(one, talk, caller);
    }

    /** Finds a talk whose words the caller may read, else answers 404. */
    Talk readable(RetentionCase one, UUID talkId, Visibility caller) {
        return talks.of(one).stream()
                .filter(talk -> talk.id().equals(talkId) && reads(talk, one, caller))
                .findFirst()
                .orElseThrow(RestException::notFound);
    }

    /** Finds a talk the caller may add something to, as long as the case takes anything. */
    Talk writable(RetentionCase one, UUID talkId, Visibility caller) {
        Talk talk = readable(one, talkId, caller);
        requireOpen(one);
        if (!CaseReader.asHr(one, caller) && !CaseReader.asTalker(one, caller)) {
            throw another();
        }
        return talk;
    }

    private void add(RetentionCase one, Talk talk, Visibility caller) {
        Added added = talks.add(one, talk);
        if (added == Added.CLOSED) {
            throw closed();
        }
        if (added == Added.TAKEN && !taken(one, talk)) {
            // The same request came by another way meanwhile, or another correction did.
            requireCorrectable(one, talk, caller);
        }
    }

    private void requireOpen(RetentionCase one) {
        boolean left = people.card(one.personId())
                .filter(card -> card.status() == Employee.Status.LEFT)
                .isPresent();
        if (left || one.state() == CaseState.CLOSED) {
            throw closed();
        }
    }

    /** Says whether this very talk is there already. */
    private boolean taken(RetentionCase one, Talk talk) {
        Optional<Talk> same = talks.of(one).stream()
                .filter(known -> known.key().equals(talk.key()))
                .findFirst();
        if (same.isPresent()
                && !(same.get().words().equals(talk.words())
                        && Objects.equals(same.get().corrects(), talk.corrects()))) {
            throw RestException.of(CaseError.TALK_KEY_USED, "The key was used for another talk: make a new one.");
        }
        return same.isPresent();
    }

    private void requireCorrectable(RetentionCase one, Talk talk, Visibility caller) {
        UUID id = talk.corrects();
        if (id == null) {
            return;
        }
        List<Talk> all = talks.of(one);
        if (all.stream().noneMatch(known -> known.id().equals(id) && reads(known, one, caller))) {
            throw RestException.invalid("corrects", "talkUnknown");
        }
        if (corrected(all).containsKey(id)) {
            throw RestException.invalid("corrects", "talkCorrected");
        }
    }

    /** A superior is told nothing of the time before the delivery, not by a refusal either. */
    private Span span(RetentionCase one, Visibility caller) {
        ZoneId zone = zone(one, caller);
        Instant first = CaseReader.asHr(one, caller)
                ? alerts.lookUp(one.alertId())
                        .map(Alert::times)
                        .map(Alert.Times::openedAt)
                        .orElse(one.times().openedAt())
                : one.times().openedAt();
        return new Span(LocalDate.ofInstant(first, zone), LocalDate.ofInstant(clock.instant(), zone));
    }

    private ZoneId zone(RetentionCase one, Visibility caller) {
        UUID self = CaseReader.asHr(one, caller)
                ? null
                : caller.caller().employeeId().orElse(null);
        return alerts.clock(one.subsidiaryId(), self).calendar().zone();
    }

    private List<Cause> causes(RetentionCase one, @Nullable String language) {
        List<Cause> causes = needs.of(one.subsidiaryId(), language).stream()
                .map(need -> new Cause(need.code(), need.text()))
                .collect(Collectors.toCollection(ArrayList::new));
        causes.add(new Cause(TalkDraft.OTHER, needs.other(language)));
        return causes;
    }

    private static boolean reads(Talk talk, RetentionCase one, Visibility caller) {
        return CaseReader.asHr(one, caller) || own(talk, caller);
    }

    private static boolean own(Talk talk, Visibility caller) {
        return talk.words().by().account().equals(caller.caller().id());
    }

    /** By which talk each is corrected. */
    private static Map<UUID, UUID> corrected(List<Talk> all) {
        return all.stream()
                .filter(talk -> talk.corrects() != null)
                .collect(Collectors.toMap(Talk::corrects, Talk::id, (first, second) -> first));
    }

    private static TalkView view(
            Talk talk, RetentionCase one, Visibility caller, @Nullable UUID correctedBy, Shown shown) {
        Talk.Words words = talk.words();
        boolean reads = reads(talk, one, caller);
        // Nothing a superior is told of looks older than the delivery: it would tell since when there is an alert.
        LocalDate first =
                reads ? words.heldOn() : LocalDate.ofInstant(one.times().openedAt(), shown.zone());
        return new TalkView(
                talk.id(),
                words.heldOn().isBefore(first) ? first : words.heldOn(),
                talk.recordedAt().atZone(shown.zone()).toOffsetDateTime(),
                (words.by().hr() ? Recipient.Role.HR : Recipient.Role.MANAGER).code(),
                own(talk, caller),
                talk.corrects(),
                correctedBy,
                reads ? words(words, shown.names()::get) : null,
                reads ? files(talk, shown) : null);
    }

    private static List<AttachmentView> files(Talk talk, Shown shown) {
        return shown.files().getOrDefault(talk.id(), List.of()).stream()
                .map(file -> new AttachmentView(
                        file.id(),
                        file.facts().name(),
                        file.facts().type().media(),
                        file.size(),
                        file.recordedAt().atZone(shown.zone()).toOffsetDateTime(),
                        file.facts().by()))
                .toList();
    }

    /** How talks are shown. */
    private record Shown(Map<String, String> names, ZoneId zone, Map<UUID, List<Attachment>> files) {}

    private static WordsView words(Talk.Words words, Function<String, @Nullable String> names) {
        List<Cause> causes = words.causes().stream()
                // A need the industry does not know any more keeps its code.
                .map(code -> new Cause(code, Objects.requireNonNullElse(names.apply(code), code)))
                .toList();
        return new WordsView(words.by().name(), words.intent().code(), causes, words.text(), words.nextStep());
    }

    private static RestException another() {
        return RestException.of(CaseError.CASE_WITH_ANOTHER, "Somebody else has to talk now.");
    }

    private static RestException closed() {
        return RestException.of(CaseError.CASE_CLOSED, "The case is closed.");
    }
}
