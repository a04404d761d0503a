package org.holdfast.core.retention.holdout;

import java.time.LocalDate;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.retention.holdout.Holdout.Grounds;
import org.holdfast.core.retention.holdout.Holdout.Rules;
import org.jspecify.annotations.Nullable;

/**
 * A hold-out somebody wants to begin.
 *
 * @param share of a hundred people about whom an alert is due, how many are held out on average: 5 to 50
 * @param lastDay the last day on which lots are drawn: after today, at most twelve months ahead
 * @param keyPostsExempt whether nobody on a key post is drawn; left out, so it is
 * @param highestExempt whether nobody in the highest band is drawn; left out, so it is
 * @param noteVersion version of the ethics note that was read and is confirmed: the one that is shown
 * @param reasons why the firm does it, in the words of who wants it: 30 to 2,000 characters
 */
public record HoldoutDraft(
        @Nullable Integer share,
        @Nullable LocalDate lastDay,
        @Nullable Boolean keyPostsExempt,
        @Nullable Boolean highestExempt,
        @Nullable Integer noteVersion,
        @Nullable String reasons) {
    private static final int LEAST_SHARE = 5;
    private static final int MOST_SHARE = 50;
    private static final int MOST_MONTHS = 12;
    private static final int SHORTEST = 30;
    private static final int LONGEST = 2_000;

    /** Returns the rules; refuses with 400 what is outside the bounds. */
    Rules rules(LocalDate today) {
        if (share == null || share < LEAST_SHARE || share > MOST_SHARE) {
            throw RestException.invalid("share", share == null ? "missing" : "holdoutShare");
        }
        if (lastDay == null) {
            throw RestException.invalid("lastDay", "missing");
        }
        if (!lastDay.isAfter(today) || lastDay.isAfter(today.plusMonths(MOST_MONTHS))) {
            throw RestException.invalid("lastDay", "holdoutLastDay");
        }
        return new Rules(share, lastDay, !Boolean.FALSE.equals(keyPostsExempt), !Boolean.FALSE.equals(highestExempt));
    }

    /** Returns the grounds; refuses with 400 an ethics note that was not read, and reasons that say nothing. */
    Grounds grounds() {
        if (noteVersion == null || noteVersion != EthicsNote.VERSION) {
            throw RestException.invalid("noteVersion", noteVersion == null ? "missing" : "holdoutNote");
        }
        String words = reasons == null ? "" : reasons.strip();
        if (words.length() < SHORTEST || words.length() > LONGEST) {
            throw RestException.invalid("reasons", words.isEmpty() ? "missing" : "holdoutReasons");
        }
        return new Grounds(noteVersion, words);
    }
}
