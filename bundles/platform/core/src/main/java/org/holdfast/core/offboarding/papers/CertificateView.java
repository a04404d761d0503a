package org.holdfast.core.offboarding.papers;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.offboarding.papers.SealView.SealCertificate;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * The leaving certificates of a case.
 *
 * @param offboardingId the case
 * @param employee who leaves
 * @param lastDay last day of the employment, null where nobody has said
 * @param due until when it has to be issued; null where the country has no rules
 * @param obstacles why none can be issued now, by codes with words; empty where one can
 * @param languages the languages there are, that of the subsidiary first
 * @param seal the certificate of the seal, null where the subsidiary has none
 * @param papers what was issued, the latest first
 */
public record CertificateView(
        @TellsNothing UUID offboardingId,
        @Whom EmployeeRow employee,
        @Told("papers") @Nullable LocalDate lastDay,
        @Told("papers") @Nullable DueView due,
        @Told("papers") List<ObstacleView> obstacles,
        @Told("papers") List<LanguageView> languages,
        @Told("papers") @Nullable SealCertificate seal,
        @Told("papers") List<PaperView> papers) {

    /** Copies the lists. */
    public CertificateView {
        obstacles = List.copyOf(obstacles);
        languages = List.copyOf(languages);
        papers = List.copyOf(papers);
    }

    /**
     * Until when something has to be done.
     *
     * @param day the last day
     * @param daysLeft how many days are left; negative where it is over
     * @param article the article that says so, in words
     */
    public record DueView(LocalDate day, long daysLeft, String article) {}

    /**
     * Why no certificate can be issued now.
     *
     * @param code its code
     * @param text its words
     */
    public record ObstacleView(String code, String text) {}

    /**
     * A language a certificate can have.
     *
     * @param tag its tag
     * @param name its name in itself
     * @param state {@code ready}, {@code noWords} (nobody has translated certificates) or {@code noFont}
     * @param script the script the font lacks, empty for none
     */
    public record LanguageView(String tag, String name, String state, String script) {}

    /**
     * A certificate that was issued.
     *
     * @param id its id
     * @param number its number
     * @param replaced whether another one has taken its place
     * @param issuedAt when, in the time zone of the subsidiary
     * @param by user name of who issued it
     * @param languages tags of its languages
     * @param reasonTold whether it says how the employment ended
     * @param sha256 fingerprint of its file
     */
    public record PaperView(
            UUID id,
            String number,
            boolean replaced,
            OffsetDateTime issuedAt,
            String by,
            List<String> languages,
            boolean reasonTold,
            String sha256) {

        /** Copies the languages. */
        public PaperView {
            languages = List.copyOf(languages);
        }
    }

    /**
     * The caller's own certificates.
     *
     * @param items the latest first
     */
    public record OwnPapersView(List<OwnPaperView> items) {

        /** Copies the items. */
        public OwnPapersView {
            items = List.copyOf(items);
        }
    }

    /**
     * A certificate of the caller's.
     *
     * @param personId the caller
     * @param subsidiaryId the employer
     * @param id the paper
     * @param number its number
     * @param replaced whether another one has taken its place
     * @param issuedAt when, in the time zone of the subsidiary
     * @param languages tags of its languages
     * @param sha256 fingerprint of its file
     */
    public record OwnPaperView(
            @Whom(shown = false) UUID personId,
            @Where UUID subsidiaryId,
            @TellsNothing UUID id,
            @Told("papers") String number,
            @Told("papers") boolean replaced,
            @Told("papers") OffsetDateTime issuedAt,
            @Told("papers") List<String> languages,
            @Told("papers") String sha256) {

        /** Copies the languages. */
        public OwnPaperView {
            languages = List.copyOf(languages);
        }
    }
}
