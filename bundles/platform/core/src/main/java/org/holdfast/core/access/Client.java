package org.holdfast.core.access;

/**
 * From where somebody signs on. Kept in memory with the session only.
 *
 * @param address the caller's address
 * @param name what the browser says it is, cut; empty where it says nothing
 */
record Client(String address, String name) {
    private static final int LONGEST_NAME = 300;

    /** Cuts the name. */
    Client {
        name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
