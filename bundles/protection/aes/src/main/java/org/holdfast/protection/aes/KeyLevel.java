package org.holdfast.protection.aes;

/** Where in the hierarchy a wrapped key stands. */
enum KeyLevel {
    SUBSIDIARY("subsidiary"),
    PERSON("person");

    private final String word;

    KeyLevel(String word) {
        this.word = word;
    }

    /** The word bound into the wrapped key; must not change. */
    String word() {
        return word;
    }
}
