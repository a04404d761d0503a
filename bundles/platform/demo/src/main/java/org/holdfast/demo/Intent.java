package org.holdfast.demo;

/** The hidden state of a person. Nothing but {@code truth.csv} tells it. */
enum Intent {
    CONTENT("content", 0),
    DISSATISFIED("dissatisfied", 1),
    SEARCHING("searching", 2),
    HAS_OFFER("hasOffer", 3);

    private final String code;
    private final int place;

    Intent(String code, int place) {
        this.code = code;
        this.place = place;
    }

    String code() {
        return code;
    }

    /** Where tables by intent have its figure. */
    int place() {
        return place;
    }

    /** Whether the person looks for another employer or has found one. */
    boolean searching() {
        return place >= SEARCHING.place;
    }
}
