package dev.stagecoach.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.Picture;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.CategoryAnchor;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Stacked bars of people by level. Every number is printed, so that nothing hangs on colour alone; a bar is as long as
 * people were asked, so that what is missing shows as well.
 */
public final class DistributionPicture {
    private static final int ROW = 58;
    private static final int FRAME = 210;
    /** Room at the right for "5 of 7", as a share of the bar. */
    private static final double MARGIN = 0.20;
    /** Room at the left for the bar's name. */
    private static final double NAME = 0.23;

    private DistributionPicture() {}

    /** A heading and its bars. */
    public record Group(String heading, List<Bar> bars) {
        public Group {
            bars = List.copyOf(bars);
        }
    }

    /**
     * A bar.
     *
     * @param counts people at each level, from 1 up; empty where too few answered to show any
     * @param cannotSay people without a level
     */
    public record Bar(String name, List<Integer> counts, int cannotSay) {
        public Bar {
            counts = List.copyOf(counts);
        }

        /** All that the bar shows, with or without a level. */
        int people() {
            return counts.stream().mapToInt(Integer::intValue).sum() + cannotSay;
        }
    }

    /**
     * What the bars' colours mean.
     *
     * @param levels names from level 1 up
     * @param asked how many people a whole bar stands for
     */
    public record Scale(List<String> levels, String cannotSay, int asked) {
        public Scale {
            levels = List.copyOf(levels);
        }
    }

    /** Draws the groups from top to bottom, 1,000 pixels wide. */
    public static Picture of(String title, String alt, Scale scale, List<Group> groups) {
        return Drawing.of(title, alt, () -> png(title, scale, groups));
    }

    private static byte[] png(String title, Scale scale, List<Group> groups) {
        var data = new DefaultCategoryDataset();
        var notes = new ArrayList<CategoryTextAnnotation>();
        var row = 0;
        for (var group : groups) {
            fill(data, scale, "row" + row, List.of(), 0);
            notes.add(note(group.heading(), "row" + row, -NAME * scale.asked(), Typeface.bold(31), Look.INK));
            row++;
            for (var bar : group.bars()) {
                fill(data, scale, "row" + row, bar.counts(), bar.cannotSay());
                notes.addAll(notes(bar, "row" + row, scale));
                row++;
            }
        }
        var plot = plot(data, scale);
        notes.forEach(plot::addAnnotation);
        var chart = new JFreeChart(title, Typeface.bold(40), plot, false);
        chart.addSubtitle(legend(scale));
        return Look.png(title, plot, chart, FRAME + ROW * row);
    }

    private static void fill(DefaultCategoryDataset data, Scale scale, String row, List<Integer> counts,
            int cannotSay) {
        for (var level = 1; level <= scale.levels().size(); level++) {
            data.addValue(value(level <= counts.size() ? counts.get(level - 1) : 0), series(level), row);
        }
        data.addValue(value(cannotSay), series(scale.levels().size() + 1), row);
        var rest = counts.isEmpty() ? 0 : scale.asked() - cannotSay - counts.stream().mapToInt(i -> i).sum();
        data.addValue(value(Math.max(0, rest)), series(scale.levels().size() + 2), row);
    }

    /** No segment and no number where nobody stands. */
    @SuppressWarnings("NullAway") // the chart's own sign for "nothing here"
    private static Number value(int people) {
        return people == 0 ? null : people;
    }

    private static String series(int number) {
        return "s" + number;
    }

    private static List<CategoryTextAnnotation> notes(Bar bar, String row, Scale scale) {
        var name = note(bar.name(), row, -NAME * scale.asked(), Typeface.regular(29), Look.INK);
        return bar.counts().isEmpty()
                ? List.of(name, note("not shown", row, 0, Typeface.regular(27), Look.QUIET))
                : List.of(name, note(bar.people() + " of " + scale.asked(), row, scale.asked() * 1.02,
                        Typeface.regular(29), Look.INK));
    }

    private static CategoryTextAnnotation note(String words, String row, double at, Font font, Color ink) {
        var note = new CategoryTextAnnotation(words, row, at);
        note.setCategoryAnchor(CategoryAnchor.MIDDLE);
        note.setTextAnchor(TextAnchor.CENTER_LEFT);
        note.setFont(font);
        note.setPaint(ink);
        return note;
    }

    private static CategoryPlot plot(DefaultCategoryDataset data, Scale scale) {
        var levels = scale.levels().size();
        var bars = new StackedBarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setDrawBarOutline(true);
        bars.setMaximumBarWidth(1);
        bars.setDefaultItemLabelFont(Typeface.bold(30));
        bars.setDefaultPositiveItemLabelPosition(new ItemLabelPosition(ItemLabelAnchor.CENTER, TextAnchor.CENTER));
        for (var series = 0; series < levels + 2; series++) {
            var colour = colour(series + 1, levels);
            bars.setSeriesPaint(series, colour);
            bars.setSeriesOutlinePaint(series, Look.PAPER);
            bars.setSeriesOutlineStroke(series, Look.GAP);
            bars.setSeriesItemLabelPaint(series, Look.inkOn(colour));
            bars.setSeriesItemLabelGenerator(series, new StandardCategoryItemLabelGenerator());
            bars.setSeriesItemLabelsVisible(series, series <= levels);
        }
        var plot = Look.rows(data, bars, scale.asked() * (1 + MARGIN));
        plot.getRangeAxis().setRange(-NAME * scale.asked(), scale.asked() * (1 + MARGIN));
        plot.getDomainAxis().setCategoryMargin(0.12);
        return plot;
    }

    private static Color colour(int series, int levels) {
        if (series <= levels) {
            return Look.level(series, levels);
        }
        return series == levels + 1 ? Look.CANNOT_SAY : Look.EMPTY;
    }

    private static LegendTitle legend(Scale scale) {
        var items = new LegendItemCollection();
        for (var level = 1; level <= scale.levels().size(); level++) {
            items.add(item(scale.levels().get(level - 1), Look.level(level, scale.levels().size())));
        }
        items.add(item(scale.cannotSay(), Look.CANNOT_SAY));
        items.add(item("no answer", Look.EMPTY));
        var legend = new LegendTitle(() -> items);
        legend.setItemFont(Typeface.regular(27));
        legend.setItemPaint(Look.INK);
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setFrame(BlockBorder.NONE);
        legend.setBackgroundPaint(Look.PAPER);
        legend.setMargin(0, 0, 8, 0);
        legend.setItemLabelPadding(new RectangleInsets(2, 6, 2, 22));
        return legend;
    }

    private static LegendItem item(String name, Color colour) {
        var item = new LegendItem(name, null, null, null, new RoundRectangle2D.Double(0, 0, 26, 26, 6, 6),
                colour);
        item.setLabelFont(Typeface.regular(27));
        return item;
    }
}
