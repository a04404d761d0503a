package org.holdfast.core.offboarding.papers;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.offboarding.labour.ExitLaw;
import org.holdfast.core.offboarding.papers.CertificateView.DueView;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/** Notes where personnel archive and social insurance went, and knows until when they have to. Safe for use from many threads. */
final class TransferDesk {
    private static final int LONGEST = 200;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_YEARS = 2;

    private final TransferTable table;
    private final PaperWorld world;
    private final Texts texts;

    TransferDesk(TransferTable table, PaperWorld world, Texts texts) {
        this.table = table;
        this.world = world;
        this.texts = texts;
    }

    ExitCase find(UUID caseId, Visibility caller) {
        ExitCase found = world.cases().find(caseId).orElseThrow(RestException::notFound);
        caller.requirePerson(found.subsidiaryId(), found.personId());
        return found;
    }

    /** Notes it; a day that lies ahead is a slip of the pen. */
    void note(UUID caseId, TransferFields fields, Visibility caller) {
        find(caseId, caller);
        ExitCase of = world.cases().requireLawful(caseId);
        List<FieldError> errors = new ArrayList<>();
        LocalDate today = world.today(of.subsidiaryId());
        Transfer.Part archive = part("archive", fields.archive(), today, errors);
        Transfer.Part insurance = part("insurance", fields.insurance(), today, errors);
        if (fields.version() == null) {
            errors.add(FieldError.of("version", "missing"));
        }
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        Transfer present = present(of);
        Transfer.Content content =
                new Transfer.Content(archive, insurance, caller.caller().name(), world.now());
        boolean seen = Objects.equals(fields.version(), present.version());
        if (!seen || !table.write(new Transfer(present.of(), present.version() + 1, content))) {
            throw RestException.of(PaperError.TRANSFER_CHANGED, "Somebody else has noted something meanwhile.");
        }
    }

    TransferView show(ExitCase of, @Nullable String language) {
        People people = world.people();
        Transfer present = present(of);
        Transfer.Content content = present.content();
        return new TransferView(
                of.id(),
                EmployeeRow.of(people.card(of.personId()).orElseThrow(RestException::notFound), people),
                present.version(),
                due(of).map(due -> new DueView(
                                due.day(),
                                ChronoUnit.DAYS.between(world.today(of.subsidiaryId()), due.day()),
                                texts.text(texts.negotiate(language), due.article())))
                        .orElse(null),
                content.done(),
                view(content.archive()),
                view(content.insurance()),
                content.by(),
                present.version() == 0
                        ? null
                        : content.at().atZone(world.zone(of.subsidiaryId())).toOffsetDateTime());
    }

    /** Returns until when it has to be done. */
    Optional<ExitLaw.Due> due(ExitCase of) {
        LocalDate last = of.lastDay();
        return last == null
                ? Optional.empty()
                : world.law().deadlines(of.subsidiaryId(), last).map(ExitLaw.Deadlines::transfer);
    }

    boolean done(UUID caseId) {
        return table.find(caseId).filter(one -> one.content().done()).isPresent();
    }

    private Transfer present(ExitCase of) {
        return table.find(of.id()).orElseGet(() -> Transfer.none(of.id(), of.subsidiaryId(), of.personId()));
    }

    private static TransferView.PartView view(Transfer.Part part) {
        return new TransferView.PartView(
                part.state().code(), part.on(), part.office(), part.reference(), part.reason());
    }

    private static Transfer.Part part(
            String field, TransferFields.@Nullable PartFields given, LocalDate today, List<FieldError> errors) {
        if (given == null || given.state() == null) {
            errors.add(FieldError.of(field + ".state", "missing"));
            return Transfer.Part.OPEN;
        }
        Optional<Transfer.State> state = Transfer.State.ofCode(given.state());
        if (state.isEmpty()) {
            errors.add(FieldError.of(field + ".state", "notOneOf"));
            return Transfer.Part.OPEN;
        }
        return switch (state.get()) {
            case OPEN -> Transfer.Part.OPEN;
            case NONE ->
                new Transfer.Part(
                        Transfer.State.NONE,
                        null,
                        "",
                        "",
                        text(field + ".reason", given.reason(), LONGEST_REASON, true, errors));
            case SENT -> sent(field, given, today, errors);
        };
    }

    private static Transfer.Part sent(
            String field, TransferFields.PartFields given, LocalDate today, List<FieldError> errors) {
        LocalDate on = given.on();
        if (on == null) {
            errors.add(FieldError.of(field + ".on", "missing"));
        } else if (on.isAfter(today) || on.isBefore(today.minusYears(MOST_YEARS))) {
            errors.add(FieldError.of(field + ".on", "range"));
        }
        return new Transfer.Part(
                Transfer.State.SENT,
                on,
                text(field + ".office", given.office(), LONGEST, true, errors),
                text(field + ".reference", given.reference(), LONGEST, false, errors),
                "");
    }

    private static String text(
            String field, @Nullable String given, int longest, boolean needed, List<FieldError> errors) {
        String text = given == null ? "" : given.strip();
        if (needed && text.isEmpty()) {
            errors.add(FieldError.of(field, "missing"));
        }
        if (text.length() > longest) {
            errors.add(FieldError.of(field, "tooLong"));
        }
        return text;
    }
}
