package dev.stagecoach.coaching.report;

/** One thing that a report says, under a heading; in words that leaders may read once the team approves. */
public record ReportLine(String heading, String words) {}
