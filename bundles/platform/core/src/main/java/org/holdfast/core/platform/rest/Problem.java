package org.holdfast.core.platform.rest;

import java.util.List;

/**
 * An answer to a call that failed, in the form of RFC 9457.
 *
 * @param type stable address of the kind of problem, {@code /problems/} and the code
 * @param title the kind, in the caller's language
 * @param status the HTTP status
 * @param detail what happened and what to do, in the caller's language where there is a text
 * @param instance identity of this occurrence, under which the server's log knows it
 * @param errors what is wrong with which field; empty where the problem is not about fields
 */
public record Problem(String type, String title, int status, String detail, String instance, List<FieldError> errors) {}
