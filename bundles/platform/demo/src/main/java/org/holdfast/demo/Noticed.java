package org.holdfast.demo;

/**
 * A month in which something about a person could be seen: somebody may have noticed it and talked with them.
 *
 * @param month the month
 * @param intent the hidden intent then
 * @param cause what weighed most on the person then, as a need of the industry
 * @param acted whether a retention action came of the signs: then somebody did notice
 */
record Noticed(int month, Intent intent, String cause, boolean acted) {}
