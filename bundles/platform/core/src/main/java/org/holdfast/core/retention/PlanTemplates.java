package org.holdfast.core.retention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.holdfast.api.industry.ActionKind;
import org.holdfast.api.industry.Guidance;
import org.holdfast.api.industry.PlanTemplate;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.risk.scoring.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Which actions an industry knows, and which of them answer the reasons of an alert. Safe for use from many threads.
 *
 * <p>Only HR is told an order by reasons: to a superior the same templates stand in the same order for everybody of an
 * industry, as in their paper, so that nothing tells of a reason from outside.
 */
public final class PlanTemplates {
    /** Somebody who took a raise and is at risk again is not held by the next one: what is not pay stands first. */
    private static final String RAISE_TAKEN = "event.counter_offer";

    private final People people;
    private final AlertReader reader;
    private final AlertReader.Words words;

    PlanTemplates(People people, AlertReader reader, AlertReader.Words words) {
        this.people = people;
        this.reader = reader;
        this.words = words;
    }

    /**
     * A template with its words.
     *
     * @param template the template
     * @param title its title
     * @param text what to agree on, with blanks
     * @param because codes of the signals behind the reasons it answers; empty where it answers none, and for a superior
     */
    public record Proposal(PlanTemplate template, String title, String text, List<String> because) {

        /** Copies the reasons. */
        public Proposal {
            because = List.copyOf(because);
        }
    }

    /**
     * Returns the templates of a subsidiary's industry.
     *
     * @param subsidiaryId the subsidiary
     * @return by code; empty while its bundle is not there
     */
    public Map<String, PlanTemplate> of(UUID subsidiaryId) {
        Map<String, PlanTemplate> found = new TreeMap<>();
        Optional<Subsidiary> subsidiary = people.subsidiary(subsidiaryId);
        subsidiary.ifPresent(firm -> words.guidance(firm).stream()
                .flatMap(entry -> entry.plans().stream())
                .forEach(code -> found.put(code, new PlanTemplate(code, ActionKind.CONVERSATION, Set.of()))));
        subsidiary.ifPresent(firm -> words.plans(firm).forEach(template -> found.put(template.code(), template)));
        return found;
    }

    /**
     * Proposes what to do about an alert.
     *
     * @param alert the alert
     * @param caller who reads
     * @param language the reader's language
     * @return all templates of the industry: for HR those that answer a reason first, strongest reason first
     */
    public List<Proposal> proposed(Alert alert, Visibility caller, @Nullable String language) {
        String tag = words.tag(language);
        List<Reason> reasons = AlertReader.asHr(alert, caller) ? raising(alert, caller) : List.of();
        Map<String, Set<String>> because = because(alert.subsidiaryId(), reasons);
        Map<String, PlanTemplate> all = of(alert.subsidiaryId());
        Set<String> order = new LinkedHashSet<>(because.keySet());
        order.addAll(all.keySet());
        List<Proposal> found = new ArrayList<>();
        for (String code : order) {
            PlanTemplate template = all.get(code);
            if (template != null) {
                words.texts()
                        .find(tag, "plan." + code)
                        .ifPresent(title -> found.add(new Proposal(
                                template,
                                title,
                                words.texts().text(tag, "plan." + code + ".text"),
                                List.copyOf(because.getOrDefault(code, Set.of())))));
            }
        }
        if (reasons.stream().anyMatch(reason -> reason.signal().equals(RAISE_TAKEN))) {
            found.sort(Comparator.comparing(proposal -> proposal.template().kind() == ActionKind.PAY));
        }
        return found;
    }

    private List<Reason> raising(Alert alert, Visibility caller) {
        return reader.reasons(alert, caller).stream()
                .filter(reason -> reason.contribution() > 0)
                .toList();
    }

    private Map<String, Set<String>> because(UUID subsidiaryId, List<Reason> reasons) {
        List<Guidance> guidance =
                people.subsidiary(subsidiaryId).map(words::guidance).orElse(List.of());
        Map<String, Set<String>> because = new LinkedHashMap<>();
        for (Reason reason : reasons) {
            guidance.stream()
                    .filter(entry -> entry.signal().equals(reason.signal()))
                    .flatMap(entry -> entry.plans().stream())
                    .forEach(code -> because.computeIfAbsent(code, plan -> new LinkedHashSet<>())
                            .add(reason.signal()));
        }
        return because;
    }
}
