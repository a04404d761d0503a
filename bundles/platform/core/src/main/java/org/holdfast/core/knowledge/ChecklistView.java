package org.holdfast.core.knowledge;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * The handover list of somebody who leaves.
 *
 * @param offboardingId the case
 * @param employee who leaves
 * @param version how often the list was changed; 0 where nobody has begun it
 * @param lastDay the last day, null where it is not known
 * @param waiver why HR does without the list, null where it does not
 * @param items what is handed over
 * @param wanted how many mandatory items there are
 * @param settled how many of them are accepted or waived
 * @param done whether the step of the handover can be done
 * @param may what the reader may do: to write, and to do without
 */
public record ChecklistView(
        @TellsNothing UUID offboardingId,
        @Whom EmployeeRow employee,
        @TellsNothing int version,
        @Told("knowledge") @Nullable LocalDate lastDay,
        @Told("knowledge") @Nullable RemarkView waiver,
        @Told("knowledge") List<ItemView> items,
        @Told("knowledge") int wanted,
        @Told("knowledge") int settled,
        @Told("knowledge") boolean done,
        @TellsNothing List<String> may) {

    /** Copies the lists. */
    public ChecklistView {
        items = List.copyOf(items);
        may = List.copyOf(may);
    }

    /**
     * Something that is handed over.
     *
     * @param id its id
     * @param version how often it was changed
     * @param kind code of its kind
     * @param title what it is, in the reader's language where it is from a template
     * @param template whether it is from a template
     * @param mandatory whether the handover is not done without it
     * @param state how far it has come: the words of {@link ItemState}
     * @param recipientId who gets it, null while nobody is named
     * @param recipientName their name
     * @param dueOn until when
     * @param remark why it was given back or waived
     * @param files its files
     */
    public record ItemView(
            UUID id,
            int version,
            String kind,
            String title,
            boolean template,
            boolean mandatory,
            String state,
            @Nullable UUID recipientId,
            @Nullable String recipientName,
            @Nullable LocalDate dueOn,
            @Nullable RemarkView remark,
            List<FileView> files) {

        /** Copies the files. */
        public ItemView {
            files = List.copyOf(files);
        }
    }

    /**
     * Why something was given back or waived.
     *
     * @param text why
     * @param by user name of who said so
     */
    public record RemarkView(String text, String by) {}

    /**
     * A file.
     *
     * @param id its id
     * @param name its name
     * @param size how many bytes it has
     * @param received how many of them have arrived
     * @param touchedAt when the last of them came
     */
    public record FileView(UUID id, String name, long size, long received, OffsetDateTime touchedAt) {}
}
