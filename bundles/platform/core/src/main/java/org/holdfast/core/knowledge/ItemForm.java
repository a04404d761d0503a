package org.holdfast.core.knowledge;

import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.api.industry.KnowledgeKind;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.knowledge.KnowledgeItem.Course;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Reads what somebody writes of something that is handed over. */
final class ItemForm {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REASON = 1000;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private final People people;
    private final Visibility caller;
    private final UUID leaver;

    /**
     * Creates a form.
     *
     * @param people who can get something
     * @param caller who writes
     * @param leaver who leaves, and so gets nothing
     */
    ItemForm(People people, Visibility caller, UUID leaver) {
        this.people = people;
        this.caller = caller;
        this.leaver = leaver;
    }

    static KnowledgeKind kind(ItemFields fields) {
        return KnowledgeKind.ofCode(fields.kind() == null ? "" : fields.kind())
                .orElseThrow(() -> RestException.invalid("kind", "notOneOf"));
    }

    static String title(ItemFields fields) {
        return text("title", fields.title(), LONGEST_TITLE);
    }

    static String reason(ItemStep step) {
        return text("reason", step.reason(), LONGEST_REASON);
    }

    static int version(@Nullable Integer version) {
        if (version == null) {
            throw RestException.invalid("version", "missing");
        }
        return version;
    }

    private static String text(String field, @Nullable String text, int longest) {
        String plain = text == null ? "" : text.strip();
        if (plain.isEmpty()) {
            throw RestException.invalid(field, "missing");
        }
        if (plain.length() > longest) {
            throw RestException.invalid(field, "tooLong");
        }
        return plain;
    }

    Course course(ItemFields fields, ItemState state) {
        LocalDate due = fields.dueOn();
        if (due != null && (due.getYear() < FIRST_YEAR || due.getYear() > LAST_YEAR)) {
            throw RestException.invalid("dueOn", "range");
        }
        return new Course(state, Boolean.TRUE.equals(fields.mandatory()), recipient(fields.recipientId()), due);
    }

    /** Somebody at work whom the caller sees, or the caller: whoever else is named cannot be told from who does not exist. */
    private @Nullable UUID recipient(@Nullable UUID id) {
        if (id == null) {
            return null;
        }
        boolean known = people.card(id)
                .filter(card -> card.status() != Employee.Status.LEFT)
                .filter(card -> !id.equals(leaver))
                .filter(card -> caller.maySee(card.subsidiaryId(), id)
                        || caller.caller().employeeId().filter(id::equals).isPresent())
                .isPresent();
        if (!known) {
            throw RestException.invalid("recipientId", "unknown");
        }
        return id;
    }
}
