package dev.stagecoach.people;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResponseRateTest {

    @Test
    void teamAndCoachReadNumbersLeadersABand() {
        var rate = new ResponseRate(5, 7);
        assertThat(rate.words(View.TEAM)).contains("5 of 7");
        assertThat(rate.words(View.COACH)).contains("5 of 7");
        assertThat(rate.words(View.LEADER)).contains("two thirds or more");
        assertThat(rate.words(View.OUTSIDER)).isEmpty();
        assertThat(rate.exact(View.LEADER)).isFalse();
    }

    @Test
    void noBandGivesANumberAway() {
        for (var of = 1; of <= 30; of++) {
            for (var count = 0; count <= of; count++) {
                assertThat(new ResponseRate(count, of).words(View.LEADER).orElseThrow()).doesNotContainPattern("\\d");
            }
        }
        assertThat(new ResponseRate(0, 7).words(View.LEADER)).contains("nobody");
        assertThat(new ResponseRate(2, 7).words(View.LEADER)).contains("fewer than a third");
        assertThat(new ResponseRate(4, 7).words(View.LEADER)).contains("about half");
    }
}
