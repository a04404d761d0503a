package org.holdfast.core.offboarding.accounts;

/**
 * The tables of the room.
 *
 * @param systems the systems
 * @param accounts the accounts of people
 * @param closings whose accounts end when
 * @param works the outbox
 */
record Register(SystemTable systems, AccountTable accounts, ClosingTable closings, WorkTable works) {}
