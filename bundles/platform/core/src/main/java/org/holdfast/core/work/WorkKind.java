package org.holdfast.core.work;

/**
 * A kind of things to do.
 *
 * @param code its code, of letters; the console's words for it are {@code console.work.kind.} with the code behind it
 * @param field the field of {@code config/fields.csv} its items are told as
 * @param place where in the console it is done, such as {@code /cases}: the id of the item follows it
 */
public record WorkKind(String code, String field, String place) {}
