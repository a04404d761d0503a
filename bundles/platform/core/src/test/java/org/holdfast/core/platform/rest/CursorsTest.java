package org.holdfast.core.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CursorsTest {
    private final Cursors cursors = new Cursors();
    private final List<Integer> numbers = IntStream.range(0, 130).boxed().toList();

    @Test
    void pagesJoinToTheWholeList() {
        List<Integer> seen = new ArrayList<>();
        Page<Integer> page = cursors.page(numbers, "numbers", null, null);
        seen.addAll(page.items());
        while (page.next() != null) {
            page = cursors.page(numbers, "numbers", null, page.next());
            seen.addAll(page.items());
        }

        assertThat(seen).isEqualTo(numbers);
        assertThat(page.total()).isEqualTo(130);
    }

    @Test
    void cursorOfAnotherQueryIsRefused() {
        String cursor = cursors.write("numbers of anna", "50");

        assertThatThrownBy(() -> cursors.read("numbers of bert", cursor)).hasMessageContaining("first page");
    }

    @Test
    void everyAlteredCharacterIsNoticed() {
        String cursor = cursors.write("numbers", "50");

        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'g' : 'A';
            String altered = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertThatThrownBy(() -> cursors.read("numbers", altered)).isInstanceOf(RestException.class);
        }
        assertThatThrownBy(() -> cursors.read("numbers", "")).isInstanceOf(RestException.class);
        assertThatThrownBy(() -> cursors.read("numbers", "??")).isInstanceOf(RestException.class);
    }

    @Test
    void cursorTellsNothingOfItsPosition() {
        assertThat(cursors.write("numbers", "50")).isNotEqualTo(cursors.write("numbers", "50"));
    }

    @Test
    void limitLiesBetween1And200() {
        assertThat(Cursors.limit(200)).isEqualTo(200);
        assertThatThrownBy(() -> Cursors.limit(0)).isInstanceOf(RestException.class);
        assertThatThrownBy(() -> Cursors.limit(201)).isInstanceOf(RestException.class);
    }
}
