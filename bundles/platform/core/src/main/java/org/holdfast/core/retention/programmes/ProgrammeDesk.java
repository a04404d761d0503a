package org.holdfast.core.retention.programmes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.retention.programmes.ProgrammePeople.PreviewView;
import org.jspecify.annotations.Nullable;

/** Writes programmes for whoever calls. Safe for use from many threads. */
final class ProgrammeDesk {
    private static final int LONGEST_NOTE = 2_000;

    private final Programmes programmes;
    private final ProgrammeReader reader;
    private final ProgrammeSight sight;
    private final Progress progress;

    ProgrammeDesk(Programmes programmes, ProgrammeReader reader, ProgrammeSight sight, Progress progress) {
        this.programmes = programmes;
        this.reader = reader;
        this.sight = sight;
        this.progress = progress;
    }

    ProgrammeReader reader() {
        return reader;
    }

    /** Begins a programme; nobody begins one for themselves, or for the team they lead. */
    Programme create(ProgrammeFields fields, Visibility caller) {
        requireSubsidiary(fields.subsidiaryId(), caller);
        Programme fresh = programmes.draft(fields);
        requireUnconcerned(fresh, caller);
        requireOwner(fields.ownerId(), null, caller);
        return programmes.create(fresh, ProgrammeSight.by(caller));
    }

    /** Changes a draft. */
    Programme change(UUID id, ProgrammeFields fields, Visibility caller) {
        Programme was = reader.find(id, caller);
        Programme fresh = programmes.changed(was, fields);
        requireUnconcerned(fresh, caller);
        requireOwner(fields.ownerId(), was.duty().ownerId(), caller);
        return programmes.change(was, fresh, ProgrammeSight.by(caller));
    }

    /** Says who would belong to a programme. */
    PreviewView preview(@Nullable UUID subsidiaryId, @Nullable Cohort asked, Visibility caller) {
        UUID subsidiary = requireSubsidiary(subsidiaryId, caller);
        Cohort cohort = asked == null ? Cohort.ALL : asked;
        List<FieldError> errors = CohortForm.check(cohort, programmes.firm().units(subsidiary));
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        return reader.preview(subsidiary, cohort, caller);
    }

    /**
     * Takes the next step.
     *
     * @param id the programme
     * @param step the step, with the version of the programme as it was read
     * @param caller who calls
     */
    Programme step(UUID id, ProgrammesResource.Step step, Visibility caller) {
        Programme was = reader.find(id, caller);
        String asked = step.step() == null ? "" : step.step();
        String note = note(step.note(), asked.equals("return"));
        if (step.version() == null) {
            throw RestException.invalid("version", "missing");
        }
        if (step.version() != was.version()) {
            throw Programmes.changed();
        }
        return taken(was, asked, note, ProgrammeSight.by(caller));
    }

    private Programme taken(Programme was, String asked, String note, Programmes.By by) {
        return switch (asked) {
            case "submit" -> programmes.submit(was, note, by);
            case "approve", "return" -> programmes.decide(was, asked.equals("approve"), note, by);
            case "reopen" -> programmes.reopen(was, note, by);
            case "start" -> programmes.start(was, note, by);
            case "finish" -> programmes.end(was, ProgrammeState.FINISHED, note, by);
            case "cancel" -> programmes.end(was, ProgrammeState.CANCELLED, note, by);
            default -> throw RestException.invalid("step", asked.isEmpty() ? "missing" : "unknown");
        };
    }

    /** Notes who has got what. */
    Programme note(UUID id, ProgrammesResource.Done done, Visibility caller) {
        Programme was = reader.find(id, caller);
        if (done.actionId() == null) {
            throw RestException.invalid("actionId", "missing");
        }
        if (done.done() == null) {
            throw RestException.invalid("done", "missing");
        }
        Set<UUID> members = done.memberIds() == null ? null : new HashSet<>(done.memberIds());
        return progress.note(
                was,
                new Progress.Note(done.actionId(), members, done.done()),
                person -> ProgrammeSight.knows(programmes.firm().people(), person, caller),
                ProgrammeSight.by(caller));
    }

    UUID requireSubsidiary(@Nullable UUID subsidiaryId, Visibility caller) {
        if (subsidiaryId == null) {
            throw RestException.invalid("subsidiaryId", "missing");
        }
        caller.requireSubsidiary(subsidiaryId);
        if (!caller.tellsIn("programmes", subsidiaryId)) {
            throw RestException.notFound();
        }
        return subsidiaryId;
    }

    private void requireUnconcerned(Programme fresh, Visibility caller) {
        if (sight.of(caller).concerned(fresh)) {
            throw RestException.invalid("cohort", "ownCohort");
        }
    }

    private void requireOwner(@Nullable UUID ownerId, @Nullable UUID before, Visibility caller) {
        if (ownerId == null || ownerId.equals(before)) {
            return;
        }
        boolean known = programmes
                .firm()
                .people()
                .card(ownerId)
                .filter(card -> caller.maySee(card.subsidiaryId(), card.id())
                        || caller.caller()
                                .employeeId()
                                .filter(card.id()::equals)
                                .isPresent())
                .isPresent();
        if (!known) {
            throw RestException.invalid("ownerId", "unknown");
        }
    }

    private static String note(@Nullable String note, boolean needed) {
        String stripped = note == null ? "" : note.strip();
        if (stripped.length() > LONGEST_NOTE) {
            throw RestException.invalid("note", "longNote");
        }
        if (needed && stripped.isEmpty()) {
            throw RestException.invalid("note", "missing");
        }
        return stripped;
    }
}
