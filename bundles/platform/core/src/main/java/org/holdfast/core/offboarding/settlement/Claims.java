package org.holdfast.core.offboarding.settlement;

import java.util.List;

/** Bonuses and expenses: what was accepted is due, what was refused is not, what is open has to be decided on. */
final class Claims {
    private Claims() {}

    static void add(Question question, Draft draft) {
        for (Claim claim : question.inputs().claims()) {
            switch (claim.state()) {
                case ACCEPTED -> draft.add(claim.component(), claim.label(), question.coins(claim.amount()), List.of());
                case OPEN -> draft.want(Wanted.CLAIMS);
                case REFUSED -> {
                    // It stands among the inputs and brings nothing.
                }
            }
        }
    }
}
