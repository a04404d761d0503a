package org.holdfast.core.retention.outcomes;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.people.PastCase;
import org.holdfast.core.retention.cases.RetentionCase;
import org.holdfast.core.retention.outcomes.Entry.By;
import org.holdfast.core.retention.outcomes.Entry.What;
import org.holdfast.core.retention.outcomes.Entry.Words;

/** What came of cases from before the product. Safe for use from many threads. */
public final class PastOutcomes {
    /** Who recorded them is not known; the files come from HR. */
    private static final By IMPORT = new By("import", "", true);

    private final OutcomeTable table;

    PastOutcomes(OutcomeTable table) {
        this.table = table;
    }

    /**
     * Stores outcomes. Joins the transaction under way.
     *
     * @param outcomes by case
     * @param recorded when that is recorded
     */
    public void add(Map<RetentionCase, PastCase.Outcome> outcomes, Instant recorded) {
        Map<RetentionCase, Entry> entries = new LinkedHashMap<>();
        outcomes.forEach((one, outcome) -> entries.put(one, entry(one, words(outcome), recorded)));
        table.addFirst(entries);
    }

    /**
     * Corrects the outcome of an imported case by a further one, unless a file has said the same before: who corrected it by
     * hand after that is not overruled by the file that is sent again. Joins the transaction under way.
     *
     * @param one the case
     * @param said what the file says now
     * @param recorded when that is recorded
     * @return whether there is something new
     */
    public boolean correct(RetentionCase one, PastCase.Outcome said, Instant recorded) {
        Words words = words(said);
        List<Entry> known = table.of(one.id());
        if (known.stream().anyMatch(entry -> entry.words().equals(words))) {
            return false;
        }
        return table.add(one, entry(one, words, recorded), () -> {});
    }

    private static Entry entry(RetentionCase one, Words words, Instant recorded) {
        return new Entry(UUID.randomUUID(), one.id(), UUID.randomUUID(), recorded, words);
    }

    private static Words words(PastCase.Outcome outcome) {
        return new Words(What.ofCode(outcome.what()).orElseThrow(), 0, outcome.on(), "", IMPORT);
    }
}
