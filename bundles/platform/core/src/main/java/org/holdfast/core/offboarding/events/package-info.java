/**
 * Events out: changes of cases, told to systems of the firm as signed webhooks. A change writes its events into an outbox within its own
 * transaction; rounds send them, in order for each person and target, until each is taken. Packages of this room do not know it: it
 * listens to cases as anybody could.
 */
@NullMarked
package org.holdfast.core.offboarding.events;

import org.jspecify.annotations.NullMarked;
