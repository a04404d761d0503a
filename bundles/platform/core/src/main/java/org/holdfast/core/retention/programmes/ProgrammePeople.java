package org.holdfast.core.retention.programmes;

import java.util.List;
import java.util.UUID;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.Whom;

/** Answers about who belongs to programmes. */
public final class ProgrammePeople {
    private ProgrammePeople() {}

    /**
     * Somebody who belongs to a programme.
     *
     * @param employee who
     * @param done ids of the actions they have got
     */
    public record MemberView(
            @Whom EmployeeRow employee, @Told("programmes") List<UUID> done) {

        /** Copies the ids. */
        public MemberView {
            done = List.copyOf(done);
        }
    }

    /**
     * Who would belong to a programme if it began today.
     *
     * @param subsidiaryId the subsidiary
     * @param people how many
     * @param first the first of them whom the reader sees, at most 50
     */
    public record PreviewView(
            @Where UUID subsidiaryId, @Told("programmes") int people, List<EmployeeRow> first) {

        /** Copies the list. */
        public PreviewView {
            first = List.copyOf(first);
        }
    }

    /**
     * What a programme can be made of.
     *
     * @param templates in the reader's language
     * @param families codes of the position families there are
     * @param grades the grades there are
     */
    @TellsNothing
    public record ChoicesView(List<TemplateView> templates, List<String> families, List<String> grades) {

        /** Copies the lists. */
        public ChoicesView {
            templates = List.copyOf(templates);
            families = List.copyOf(families);
            grades = List.copyOf(grades);
        }
    }

    /**
     * What a programme can be made of.
     *
     * @param code its code
     * @param title its title
     * @param reason why, as it is proposed
     * @param cohort the criteria it begins with
     * @param actions what is done, as it is proposed
     */
    @TellsNothing
    public record TemplateView(String code, String title, String reason, Cohort cohort, List<TemplateAction> actions) {

        /** Copies the list. */
        public TemplateView {
            actions = List.copyOf(actions);
        }
    }

    /**
     * What is done.
     *
     * @param kind its kind
     * @param title in words
     */
    @TellsNothing
    public record TemplateAction(String kind, String title) {}
}
