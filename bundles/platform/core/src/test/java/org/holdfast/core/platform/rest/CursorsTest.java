package org.holdfast.core.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
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
    void pagesOfAListInNoOrderJoinToTheListInItsOrder() {
        Random random = new Random(4);
        for (int round = 0; round < 50; round++) {
            List<Integer> mixed = new ArrayList<>(
                    IntStream.range(0, random.nextInt(300)).boxed().toList());
            Collections.shuffle(mixed, random);
            int limit = 1 + random.nextInt(200);

            assertThat(pages(mixed, limit)).isEqualTo(mixed.stream().sorted().toList());
        }
    }

    private List<Integer> pages(List<Integer> mixed, int limit) {
        List<Integer> seen = new ArrayList<>();
        String next = null;
        do {
            Page<Integer> page =
                    cursors.page(mixed, Comparator.naturalOrder(), "mixed", new Cursors.Asked(limit, next));
            assertThat(page.total()).isEqualTo(mixed.size());
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            seen.addAll(page.items());
            next = page.next();
        } while (next != null);
        return seen;
    }

    @Test
    void aCursorBehindAListThatHasBecomeShorterGivesNothing() {
        String cursor = cursors.write("numbers", "500");

        Page<Integer> page = cursors.page(numbers, Comparator.reverseOrder(), "numbers", new Cursors.Asked(10, cursor));

        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isNull();
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
