package org.holdfast.core.platform.rest;

/**
 * What is wrong with one field of a request.
 *
 * @param field path of the field, such as {@code items[2].date}
 * @param code stable code, such as {@code missing}; the message's key is {@code field.} and the code
 * @param message for people, in the caller's language once the problem is answered; before, what fills the place of its
 *     text, or empty
 */
public record FieldError(String field, String code, String message) {

    /**
     * Creates an error whose message comes from the texts.
     *
     * @param field path of the field
     * @param code stable code
     * @return the error
     */
    public static FieldError of(String field, String code) {
        return new FieldError(field, code, "");
    }
}
