package io.github.mnistmaven.study.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of all rules together. */
class GateReportWordsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, false, the rule is kept",
        "3, 0, 0, true, 3 of 3 rules kept",
        "1, 1, 1, false, 1 of 3 rules broken",
        "1, 1, 1, true, '1 of 3 rules broken and 1 undecided, which fails this build'",
        "2, 1, 0, true, 1 of 3 rules broken",
        "1, 0, 2, false, 2 of 3 rules undecided",
        "1, 0, 2, true, '2 of 3 rules undecided, which fails this build'",
    })
    void givenRules_whenSaidInAFewWords_thenWhatFailsTheBuildIsSaid(
            int kept, int broken, int undecided, boolean undecidedFails, String expected) {
        // given
        List<GateResult> results = Stream.of(
                        Collections.nCopies(kept, GateState.PASSED),
                        Collections.nCopies(undecided, GateState.UNDECIDED),
                        Collections.nCopies(broken, GateState.FAILED))
                .flatMap(List::stream)
                .map(state -> SampleGates.result("rule", state, "found"))
                .toList();

        // then
        assertThat(new GateReport(results, undecidedFails).words()).isEqualTo(expected);
    }
}
