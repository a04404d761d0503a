package org.holdfast.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportTemplateTest {

    @ParameterizedTest
    @EnumSource
    void filledTemplateIsTakenWhateverItsFileIsCalled(ImportKind kind) {
        List<String> english = kind.columns();
        List<String> chinese =
                english.stream().map(column -> Columns.chinese(kind, column)).toList();

        for (List<String> header : List.of(english, chinese)) {
            Header read = Header.of("my file.csv", header, "");

            assertThat(read.kind()).isEqualTo(kind);
            assertThat(read.unknown()).isEmpty();
        }
        assertThat(chinese)
                .doesNotContainAnyElementsOf(english.subList(0, kind.required().size() - 1));
    }
}
