package dev.stagecoach.calendar;

import java.util.Locale;
import java.util.regex.Pattern;

/** What an event's name says about school on its days. */
public enum DayName {
    OFF(""), PART("only part of the school is off, or only part of the day"), OPEN(
            "its name says that school is open"), EVENT("it is an event on a school day"), UNCLEAR(
                    "its name does not say that school is closed");

    private static final String GROUP = "(kindergarten|pre-?k(?!-?12)|preschool|elementary|middle school|high school"
            + "|secondary|seniors?|juniors?|freshm[ae]n|sophomores?|grades? [\\dk]|\\d+(st|nd|rd|th)(-| )grade\\w*)";
    /** Whom "no school for ..." leaves none out with. */
    private static final String ALL = "(all|students?|everyone|everybody|staff|teachers?|(pre-?k|p?k)-?12|the"
            + " (day|week)|any)\\b";
    private static final Pattern SOME = Pattern.compile("no (school|class(es)?|students?) (for|in|at) (?!(the )?" + ALL
            + "|(observance|honor|session|recognition))|\\bno " + GROUP + "\\b|" + GROUP + " (only|off)\\b"
            + "|no (school|class(es)?|students?) (in the |this )?(afternoon|morning|pm\\b|p\\.m\\.|after (noon|\\d))");
    private static final Pattern CLOSED = Pattern.compile(
            "\\bno school\\b(?! (lunch|bus|buses|store|supplies|uniforms?|board|meals?|breakfast))|\\bno class(es)?\\b"
                    + "|\\bno students?\\b|\\bschools? (is |are |will be )?closed|not in session|out of session"
                    + "|\\bstudents? off\\b|\\bnon-?(student|school|instructional|attendance)|student(s)?[- ](free|holiday)"
                    + "|\\bdays? off\\b|no hay (clases|escuela)|school holiday");
    private static final Pattern IN_SESSION = Pattern.compile("in session|make-? ?up|school (is )?open"
            + "|(early|half|late|delayed|abbreviated|shortened|minimum|modified|partial)[- ](release|dismissal|out|day"
            + "|start|arrival|opening|schedule|closure)|\\b1/2 day|½ day|noon dismissal|hour (delay|late)|\\bdelayed\\b"
            + "|synchronous|\\bremote|virtual|e-?learning|\\bonline\\b|distance learning|at-home learning"
            + "|(classes|school|students) (resumes?|begins?|starts?|re-?opens?|returns?)|back to school"
            + "|(first|last) (student )?day\\b|\\b(resumes?|returns?)\\b"
            + "|^(day )?[a-h1-8][ -]?day$|^(day|cycle|rotation|block)( day)? [a-h\\d]+$"
            + "|^(a/b|b/a|even|odd|blue|gold|white|red|green|black|silver) day( [a-h\\d])?$");
    private static final Pattern HAPPENING = Pattern.compile("assembly|concert|sweater|food drive|\\bdrive\\b|\\bparty"
            + "|\\bdance|\\bfair\\b|field trip|\\bsale\\b|parade|performance|\\bgame|lunch|breakfast\\b|dinner|potluck"
            + "|\\bfeast|pajama|\\bdress|spirit|rehearsal|tryout|contest|competition|tournament|fund-?raiser|deadline"
            + "|\\bdue\\b|registration|enrol|\\bphotos?\\b|\\bpictures?\\b|meeting|\\bnight\\b|evening|celebration|\\bclub"
            + "|carnival|festival|bazaar|\\bcards?\\b|decorat|\\bcrafts?\\b|\\bcamp\\b|homework|packet|ornament|choir"
            + "|\\bband\\b|shopping|market|program\\b|\\bplay\\b|musical|sing-?along|\\bshow\\b|library|\\bgym\\b|\\bpool\\b"
            + "|cafeteria|\\broad\\b|street|parking|\\bprep\\b(?! day)|\\bbreak (the|out|dance)"
            + "|(?<!(break|recess|vacation|holiday) )\\b(begins?|starts?|kick-?off)\\b");
    private static final Pattern HOLIDAY = Pattern.compile("\\bholidays?\\b|\\bbreak\\b|\\brecess\\b|\\bvacation\\b"
            + "|\\bclos(ed|ure|ing)\\b|labor day|memorial day|veterans|thanksgiving|christmas|\\bnew year|martin luther"
            + "|\\bmlk\\b|presidents?['’]? ?(day|s['’]? day)|washington['’]?s birthday|juneteenth|independence day"
            + "|(fourth|4th) of july|columbus day|indigenous people|good friday|\\beaster\\b|cesar chavez day"
            + "|rosh hashanah|yom kippur|\\beid\\b|diwali|passover|human rights day|inter-?session|snow day|furlough"
            + "|in-?service|(professional|staff|teacher) (development|learning)|\\bpd\\b|work ?day"
            + "|(teacher|staff|records?|grading|planning|collaboration|institute|prep|comp) day|feriado|vacaciones"
            + "|\\b(tests?|testing|isat|assessments?|exams?|finals)\\b");

    private final String reason;

    DayName(String reason) {
        this.reason = reason;
    }

    /** Why these days are left out, as a sentence; empty for {@link #OFF}. */
    public String reason() {
        return reason;
    }

    /** What is said outright counts before what the words only sound like. */
    public static DayName of(String name) {
        var words = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", " ").replaceAll("[–—]", "-").strip();
        if (SOME.matcher(words).find()) {
            return PART;
        }
        if (CLOSED.matcher(words).find()) {
            return OFF;
        }
        if (IN_SESSION.matcher(words).find()) {
            return OPEN;
        }
        if (HAPPENING.matcher(words).find()) {
            return EVENT;
        }
        return HOLIDAY.matcher(words).find() ? OFF : UNCLEAR;
    }
}
