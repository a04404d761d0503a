package org.holdfast.core.privacy.breach;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.Language;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.privacy.breach.BreachStep.Whom;
import org.holdfast.core.protection.basis.Contact;
import org.holdfast.core.protection.basis.Contacts;
import org.holdfast.core.protection.basis.RuleBooks;

/**
 * Drafts of what is told of a breach: the templates of the subsidiary's rule book, in every language there is, with what is
 * known filled in. What is not known yet is marked. Safe for use from many threads.
 */
final class BreachDrafts {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final RuleBooks books;
    private final Contacts contacts;
    private final People people;
    private final Texts texts;

    BreachDrafts(RuleBooks books, Contacts contacts, People people, Texts texts) {
        this.books = books;
        this.contacts = contacts;
        this.people = people;
        this.texts = texts;
    }

    /**
     * A draft.
     *
     * @param whom who is told
     * @param language tag of its language
     * @param text its text
     */
    record Draft(Whom whom, String language, String text) {}

    /** Writes the drafts for a breach that concerns so many people; none where the rule book has no templates. */
    List<Draft> of(Breach breach, BreachFacts facts, int concerned) {
        Optional<RuleBook> book = books.of(breach.subsidiaryId());
        Optional<Subsidiary> firm = people.subsidiary(breach.subsidiaryId());
        List<Draft> drafts = new ArrayList<>();
        if (book.isEmpty() || firm.isEmpty()) {
            return drafts;
        }
        for (Whom whom : List.of(Whom.AUTHORITY, Whom.PEOPLE)) {
            String key = "breach." + book.get().code() + "." + whom.code();
            for (Language language : texts.languages()) {
                if (texts.find(language.tag(), key).isPresent()) {
                    Object[] places = places(breach, firm.get(), facts, concerned, language.tag());
                    drafts.add(new Draft(whom, language.tag(), texts.text(language.tag(), key, places)));
                }
            }
        }
        return drafts;
    }

    /** {0} firm, {1} moment, {2} data, {3} people, {4} what, {5} consequences, {6} measures, {7} advice, {8} contact. */
    private Object[] places(Breach breach, Subsidiary firm, BreachFacts facts, int concerned, String language) {
        ZoneId zone = firm.timezone();
        String missing = texts.text(language, "breach.missing");
        String categories = breach.categories().stream()
                .map(category -> texts.text(language, "category." + category.code()))
                .sorted()
                .collect(Collectors.joining(", "));
        return new Object[] {
            firm.name(),
            MOMENT.format(breach.times().noticedAt().atZone(zone)) + " (" + zone.getId() + ")",
            or(categories, missing),
            concerned == 0 ? missing : Integer.toString(concerned),
            or(facts.what(), missing),
            or(facts.consequences(), missing),
            or(facts.measures(), missing),
            or(facts.advice(), missing),
            contacts.of(breach.subsidiaryId()).map(Contact::lines).orElse(missing)
        };
    }

    private static String or(String known, String missing) {
        return known.isBlank() ? missing : known;
    }
}
