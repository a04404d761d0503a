package org.holdfast.core.access;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody logged in with a browser.
 *
 * @param id opaque random id, the cookie's value
 * @param handle what the session is called in lists, which do not tell the cookie's value
 * @param accountId whose session it is
 * @param csrfToken what writes have to send back in a header
 * @param began when they logged in
 * @param client from where
 */
record Session(String id, UUID handle, UUID accountId, String csrfToken, Instant began, Client client) {}
