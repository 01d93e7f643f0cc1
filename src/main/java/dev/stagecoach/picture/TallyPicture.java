package dev.stagecoach.picture;

import java.awt.Color;
import java.util.List;

import dev.stagecoach.chat.Picture;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.CategoryAnchor;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** Bars of "so many of so many", each below its name. */
public final class TallyPicture {
    private static final int ROW = 54;
    private static final int FRAME = 130;
    /** Room at the right for the number. */
    private static final double MARGIN = 0.24;

    private TallyPicture() {}

    /**
     * Draws the tallies from top to bottom, 1,000 pixels wide. A bar is drawn as its share of the whole; a count
     * without a whole has no bar, because any length would say something about a share.
     */
    public static Picture of(String title, String alt, List<Tally> tallies) {
        return Drawing.of(title, alt, () -> png(title, tallies));
    }

    private static byte[] png(String title, List<Tally> tallies) {
        var data = new DefaultCategoryDataset();
        var plot = plot(data);
        for (var row = 0; row < tallies.size(); row++) {
            var tally = tallies.get(row);
            var share = share(tally);
            data.addValue(0, "done", "name" + row);
            data.addValue(0, "open", "name" + row);
            data.addValue(share, "done", "bar" + row);
            data.addValue(tally.of() == 0 ? 0 : 1 - share, "open", "bar" + row);
            note(plot, tally.label(), "name" + row, 0, false);
            note(plot, words(tally), "bar" + row, tally.of() == 0 ? 0 : 1.015, true);
        }
        var chart = new JFreeChart(title, Typeface.bold(40), plot, false);
        return Look.png(title, plot, chart, FRAME + 2 * ROW * tallies.size());
    }

    private static double share(Tally tally) {
        return tally.of() == 0 ? 0 : Math.clamp((double) tally.count() / tally.of(), 0, 1);
    }

    private static String words(Tally tally) {
        return tally.of() == 0 ? String.valueOf(tally.count()) : tally.count() + " of " + tally.of();
    }

    private static CategoryPlot plot(DefaultCategoryDataset data) {
        var bars = new StackedBarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setMaximumBarWidth(1);
        colour(bars, 0, Look.level(3, 4));
        colour(bars, 1, Look.EMPTY);
        var plot = Look.rows(data, bars, 1 + MARGIN);
        plot.getDomainAxis().setCategoryMargin(0.1);
        return plot;
    }

    private static void colour(StackedBarRenderer bars, int series, Color colour) {
        bars.setSeriesPaint(series, colour);
        bars.setSeriesItemLabelsVisible(series, false);
    }

    private static void note(CategoryPlot plot, String words, String row, double at, boolean bold) {
        var note = new CategoryTextAnnotation(words, row, at);
        note.setCategoryAnchor(CategoryAnchor.MIDDLE);
        note.setTextAnchor(TextAnchor.CENTER_LEFT);
        note.setFont(bold ? Typeface.bold(31) : Typeface.regular(30));
        note.setPaint(Look.INK);
        plot.addAnnotation(note);
    }
}
