package org.holdfast.core.risk.backtest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Whose outcome each tested row is. Immutable.
 *
 * @param labels 1 for a voluntary exit within the horizon; shared, not copied
 * @param silent whether too little is known for a score, so that no alert opens; shared, not copied
 * @param byPerson the numbers of each person's rows
 */
@SuppressWarnings("ArrayRecordComponent") // rows of a large test; nobody compares two of these
record TestRows(double[] labels, boolean[] silent, List<int[]> byPerson) {

    static TestRows of(double[] labels, boolean[] silent, List<UUID> people) {
        Map<UUID, List<Integer>> rows = new HashMap<>();
        List<List<Integer>> inOrder = new ArrayList<>();
        for (int row = 0; row < people.size(); row++) {
            List<Integer> own = rows.computeIfAbsent(people.get(row), person -> {
                List<Integer> fresh = new ArrayList<>();
                inOrder.add(fresh);
                return fresh;
            });
            own.add(row);
        }
        List<int[]> byPerson = inOrder.stream()
                .map(own -> own.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        return new TestRows(labels, silent, byPerson);
    }

    int positives() {
        int count = 0;
        for (double label : labels) {
            count += label > 0.5 ? 1 : 0;
        }
        return count;
    }

    int thin() {
        int count = 0;
        for (boolean one : silent) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
