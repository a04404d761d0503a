package org.holdfast.core.offboarding.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.Language;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;

/** Publishes forms. A version that was published is never changed: interviews stay on it. Safe for use from many threads. */
final class FormDesk {
    private final FormTable table;
    private final ShippedForm shipped;
    private final InterviewWorld world;
    private final Texts texts;

    FormDesk(FormTable table, InterviewWorld world, Texts texts) {
        this.table = table;
        this.shipped = new ShippedForm(texts);
        this.world = world;
        this.texts = texts;
    }

    /** Shows what is asked now: the form that ships, with version 0, where nobody has published one. */
    FormView show(UUID subsidiaryId) {
        String spoken = spoken(subsidiaryId);
        InterviewForm form = table.latest(subsidiaryId).orElseGet(() -> ordered(shipped.form(), spoken));
        return new FormView(subsidiaryId, spoken, texts.languages(), form);
    }

    /** Publishes a form as the next version. */
    FormView publish(UUID subsidiaryId, FormFields fields) {
        String spoken = spoken(subsidiaryId);
        Set<String> installed = texts.languages().stream().map(Language::tag).collect(Collectors.toSet());
        InterviewForm form = ordered(new FormCheck(installed, spoken).read(fields), spoken);
        int present = table.latest(subsidiaryId).map(InterviewForm::version).orElse(0);
        Integer seen = fields.version();
        if (seen == null || seen != present || !table.add(subsidiaryId, form.as(present + 1), world.now())) {
            throw RestException.of(
                    InterviewError.INTERVIEW_FORM_CHANGED, "Somebody else has published a form meanwhile.");
        }
        return show(subsidiaryId);
    }

    /** Returns the form an interview begins with. What ships is kept as it is then: a later release may word it otherwise. */
    InterviewForm begin(UUID subsidiaryId) {
        return table.latest(subsidiaryId).orElseGet(() -> {
            table.add(
                    subsidiaryId, ordered(shipped.form(), spoken(subsidiaryId)).as(1), world.now());
            return table.latest(subsidiaryId).orElseThrow();
        });
    }

    /** Returns the form an interview began with. */
    InterviewForm of(Interview one) {
        return table.find(one.of().subsidiaryId(), one.course().form()).orElseThrow();
    }

    private String spoken(UUID subsidiaryId) {
        return world.people().subsidiary(subsidiaryId).map(Subsidiary::language).orElseThrow(RestException::notFound);
    }

    /** The language of the subsidiary comes first: who reads none of the form's languages is shown that one. */
    private static InterviewForm ordered(InterviewForm form, String spoken) {
        List<String> tags = new ArrayList<>(form.languages());
        if (tags.remove(spoken)) {
            tags.add(0, spoken);
        }
        return new InterviewForm(form.version(), tags, form.score(), form.reasons(), form.sections());
    }
}
