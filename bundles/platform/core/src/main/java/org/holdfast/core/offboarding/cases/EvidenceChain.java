package org.holdfast.core.offboarding.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.holdfast.api.labour.EvidenceRule;
import org.holdfast.core.offboarding.preparation.Preparation;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;

/**
 * All that has to be shown where one paper does not do, such as that somebody who stays away was called back before the firm decided.
 * Where a firm cannot show it, a court takes the end of the employment for unlawful.
 */
final class EvidenceChain {

    private EvidenceChain() {}

    /**
     * Joins what the law asks for with what was collected.
     *
     * @param asked what the law asks for, in the order in which it comes about; empty where any paper does
     * @param collected what was entered, in any order
     * @return one piece for each that is asked for, the last of its kind; empty where nothing is asked for
     * @throws RestException with status 400 that names each piece that is missing, or comes before the one it rests on
     */
    static List<Preparation.Evidence> of(List<EvidenceRule> asked, List<Preparation.Evidence> collected) {
        List<FieldError> errors = new ArrayList<>();
        List<Preparation.Evidence> chain = new ArrayList<>();
        LocalDate before = LocalDate.MIN;
        for (EvidenceRule rule : asked) {
            String kind = rule.kind().code();
            Preparation.Evidence piece = collected.stream()
                    .filter(one -> one.kind().equals(kind))
                    .max(Comparator.comparing(Preparation.Evidence::on))
                    .orElse(null);
            if (piece == null) {
                errors.add(FieldError.of("evidence." + kind, "missing"));
            } else if (piece.on().isBefore(before)) {
                errors.add(FieldError.of("evidence." + kind, "tooEarly"));
            } else {
                before = piece.on();
                chain.add(piece);
            }
        }
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        return chain;
    }
}
