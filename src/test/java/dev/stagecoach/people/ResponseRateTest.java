package dev.stagecoach.people;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResponseRateTest {

    @Test
    void teamAndCoachReadNumbersLeadersABand() {
        var rate = new ResponseRate(5, 7);
        assertThat(rate.words(View.TEAM)).contains("5 of 7");
        assertThat(rate.words(View.COACH)).contains("5 of 7");
        assertThat(rate.words(View.ADMIN)).contains("two thirds or more");
        assertThat(rate.words(View.OUTSIDER)).isEmpty();
        assertThat(rate.exact(View.ADMIN)).isFalse();
    }

    @Test
    void noBandGivesANumberAway() {
        for (var of = 1; of <= 30; of++) {
            for (var count = 0; count <= of; count++) {
                assertThat(new ResponseRate(count, of).words(View.ADMIN).orElseThrow()).doesNotContainPattern("\\d");
            }
        }
        assertThat(new ResponseRate(0, 7).words(View.ADMIN)).contains("nobody");
        assertThat(new ResponseRate(2, 7).words(View.ADMIN)).contains("fewer than a third");
        assertThat(new ResponseRate(4, 7).words(View.ADMIN)).contains("about half");
    }
}
