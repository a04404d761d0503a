package org.holdfast.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceholdersTest {

    @Test
    void placesAreFilledByNumber() {
        assertThat(Placeholders.fill("{1} before {0}, {1} again", "a", "b")).isEqualTo("b before a, b again");
    }

    @Test
    void anApostropheIsAnApostropheAndAPortIsNotGrouped() {
        assertThat(Placeholders.fill("the server's port {0}", 18080)).isEqualTo("the server's port 18080");
    }

    @Test
    void whatIsFilledInIsNotReadAgain() {
        assertThat(Placeholders.fill("{0} and {1}", "{1}", "$0\\")).isEqualTo("{1} and $0\\");
    }

    @Test
    void aPlaceWithoutAValueStaysToBeSeen() {
        assertThat(Placeholders.fill("{0} {7}", "a")).isEqualTo("a {7}");
    }
}
