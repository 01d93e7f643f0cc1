package dev.stagecoach.calendar;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DayNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"No School", "NO STUDENTS - records day", "No school (K-12)", "No school for all students",
            "No School for students and staff", "No School - Staff Development", "No classes", "School closed",
            "All schools will be closed", "School not in session", "Students off", "Non-student day", "Day off",
            "District offices closed; no school", "MLK Jr./Idaho Human Rights Day - No School", "Labor Day",
            "Thanksgiving", "Fall harvest break", "Winter Break begins", "Presidents’ Day", "President's Day",
            "Presidents Day", "New Year's Day", "Good Friday", "Easter", "Teacher Work Day", "Teacher workday",
            "PD Day",
            "In-service", "Snow Day", "Furlough", "ISAT testing", "Final exams",
            "No School in observance of Veterans Day",
            "Semester break", "Federal holiday", "No hay clases", "Spring_Break", "Students' holiday"})
    void schoolIsOff(String name) {
        assertThat(DayName.of(name)).isEqualTo(DayName.OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Breakfast with the principal", "Eastern Idaho State Fair field trip (4th grade)",
            "Constitution spelling contest", "Early Release - all elementary",
            "No school for kindergarten - family conferences", "No Kindergarten", "Kindergarten only",
            "No school for grades 6-8", "No school after 12:30", "Thanksgiving food drive begins",
            "Veterans Day assembly (school in session)", "2-hour delayed start", "Holiday sweater day",
            "Asynchronous learning day", "Emergency closure make-up day (in session if needed)", "Snow makeup day",
            "Holiday concert", "Christmas party", "Half day", "1/2 Day before break", "Classes resume after break",
            "Last day of school before winter break", "First day of school", "A Day", "B Day", "Day 4", "Blue Day",
            "Remote learning", "No school lunch served", "No school bus today", "Library closed", "Spirit day",
            "Latest news", "Founders’ day", "Parent-teacher conferences", "PDA workshop", "", "😀"})
    void schoolIsOpenAsFarAsTheNameSays(String name) {
        assertThat(DayName.of(name)).isNotEqualTo(DayName.OFF);
        assertThat(DayName.of(name).reason()).isNotBlank();
    }
}
