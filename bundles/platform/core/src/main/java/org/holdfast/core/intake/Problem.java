package org.holdfast.core.intake;

/**
 * Why a row is refused.
 *
 * @param column the column's English name, empty where it is the row as a whole
 * @param code what is wrong: the last part of the message key {@code intake.problem.} with it
 */
public record Problem(String column, String code) {}
