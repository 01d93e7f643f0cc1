package dev.stagecoach.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.CategoryDataset;

/** What all pictures share: width, colours, margins. A picture is shown at 400 pixels on a phone, so 28 reads as 11. */
final class Look {
    static final int WIDTH = 1000;
    static final Color INK = new Color(0x1F2933);
    static final Color QUIET = new Color(0x52606D);
    static final Color PAPER = Color.WHITE;
    /** Where nobody stands: the rest of a bar. */
    static final Color EMPTY = new Color(0xF1F3F5);
    /** People without a level: sand, beside the scale and no part of it. */
    static final Color CANNOT_SAY = new Color(0xE3C9A0);
    static final BasicStroke GAP = new BasicStroke(3f);

    /** Light to dark in one hue: the order stays visible whatever colours somebody sees, and in grey. */
    private static final List<Color> SCALE = List.of(new Color(0xC3DCEB), new Color(0x8CBDD9), new Color(0x3B82AE),
            new Color(0x0B4468));

    private Look() {}

    /** The colour of a level, from 1, on a scale of so many. */
    static Color level(int level, int of) {
        var place = (level - 1.0) * (SCALE.size() - 1) / Math.max(1, of - 1);
        var below = (int) Math.floor(place);
        var above = Math.min(below + 1, SCALE.size() - 1);
        return mix(SCALE.get(below), SCALE.get(above), place - below);
    }

    private static Color mix(Color one, Color other, double share) {
        return new Color(mix(one.getRed(), other.getRed(), share), mix(one.getGreen(), other.getGreen(), share),
                mix(one.getBlue(), other.getBlue(), share));
    }

    private static int mix(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }

    /** Dark on light, light on dark. */
    static Color inkOn(Color ground) {
        var brightness = 0.299 * ground.getRed() + 0.587 * ground.getGreen() + 0.114 * ground.getBlue();
        return brightness > 150 ? INK : Color.WHITE;
    }

    /** A horizontal plot without axes; each category is a row, and values run from 0 to {@code right}. */
    static CategoryPlot rows(CategoryDataset rows, CategoryItemRenderer renderer, double right) {
        var down = new CategoryAxis();
        down.setVisible(false);
        down.setLowerMargin(0);
        down.setUpperMargin(0);
        down.setCategoryMargin(0);
        var across = new NumberAxis();
        across.setVisible(false);
        across.setRange(0, right);
        // The chart measures its axes even where they are not drawn, by default with fonts of the system.
        for (var axis : List.of(down, across)) {
            axis.setLabelFont(Typeface.regular(28));
            axis.setTickLabelFont(Typeface.regular(28));
        }
        var plot = new CategoryPlot(rows, down, across, renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setBackgroundPaint(PAPER);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return plot;
    }

    /** The plot under its title, as a picture so many pixels high. */
    static byte[] png(String title, CategoryPlot plot, JFreeChart chart, int height) {
        chart.setBackgroundPaint(PAPER);
        chart.setPadding(new RectangleInsets(24, 32, 28, 32));
        chart.setTextAntiAlias(true);
        chart.setAntiAlias(true);
        var heading = chart.getTitle();
        heading.setText(title);
        heading.setFont(Typeface.bold(40));
        heading.setPaint(INK);
        heading.setHorizontalAlignment(HorizontalAlignment.LEFT);
        heading.setTextAlignment(HorizontalAlignment.LEFT);
        heading.setPadding(0, 0, 12, 0);
        plot.setNoDataMessage(null);
        var out = new ByteArrayOutputStream();
        // What people said is never set aside in a temporary file.
        ImageIO.setUseCache(false);
        try {
            ImageIO.write(chart.createBufferedImage(WIDTH, height), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toByteArray();
    }
}
