// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.storm;

import io.github.resilienthttp.storm.Scenario;
import io.github.resilienthttp.storm.Second;
import io.github.resilienthttp.storm.StormResult;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.ToIntFunction;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.w3c.dom.Document;

/** Two charts over each other: good answers, and load amplification, second by second. */
public final class StormPlot {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 380;
    /** The reader's own, and the others; opaque, so that what lies over each other does not make a new one. */
    private static final List<Color> COLORS =
            List.of(new Color(0x1f77b4), new Color(0x2ca02c), new Color(0xff7f0e), new Color(0xd62728));

    /** Poisson arrivals flicker: each point is the mean of so many seconds on either side. */
    private static final int AROUND = 2;

    private StormPlot() {}

    /**
     * Writes them as SVG; text is drawn, so that it looks the same everywhere.
     *
     * @param results of a few contenders in one scenario with one seed; the first is the reader's own
     * @param to where to
     * @throws IOException where it cannot be written
     * @throws ParserConfigurationException where this Java has no XML
     */
    public static void write(List<StormResult> results, Writer to) throws IOException, ParserConfigurationException {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .getDOMImplementation()
                .createDocument("http://www.w3.org/2000/svg", "svg", null);
        SVGGraphics2D canvas = new SVGGraphics2D(document);
        canvas.setSVGCanvasSize(new Dimension(WIDTH, 2 * HEIGHT));
        good(results).paint(canvas, WIDTH, HEIGHT);
        canvas.translate(0, HEIGHT);
        amplification(results).paint(canvas, WIDTH, HEIGHT);
        canvas.stream(to, true);
    }

    private static XYChart good(List<StormResult> results) {
        StormResult first = results.get(0);
        Scenario scenario = first.scenario();
        XYChart chart = chart(scenario, "good answers a second: " + scenario.name() + ", seed " + first.seed());
        add(chart, "calls", counts(first, Second::calls), Color.LIGHT_GRAY, 1);
        for (int n = 0; n < results.size(); n++) {
            StormResult result = results.get(n);
            String recovered = result.recovery()
                    .map(time -> "recovered after " + time.toSeconds() + " s")
                    .orElse("never recovered");
            add(chart, result.contender() + ": " + recovered, counts(result, Second::good), n);
        }
        return chart;
    }

    private static XYChart amplification(List<StormResult> results) {
        XYChart chart = chart(results.get(0).scenario(), "requests a call");
        for (int n = 0; n < results.size(); n++) {
            StormResult result = results.get(n);
            double[] ratio = counts(result, Second::requests);
            double[] calls = counts(result, Second::calls);
            for (int second = 0; second < ratio.length; second++) {
                ratio[second] = calls[second] == 0 ? 0 : ratio[second] / calls[second];
            }
            add(chart, result.contender(), ratio, n);
        }
        return chart;
    }

    private static void add(XYChart chart, String name, double[] values, int number) {
        add(chart, name, values, COLORS.get(number % COLORS.size()), number == 0 ? 3.5f : 1.5f);
    }

    private static XYChart chart(Scenario scenario, String title) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .theme(Styler.ChartTheme.XChart)
                .title(title)
                .xAxisTitle("seconds; the storm is between the lines; means of " + (2 * AROUND + 1) + " s")
                .build();
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler().setXAxisMin(0.0);
        chart.getStyler().setXAxisMax((double) scenario.length().toSeconds());
        double begins = scenario.phases().calm().toSeconds();
        chart.addAnnotation(new AnnotationLine(begins, true, false));
        chart.addAnnotation(
                new AnnotationLine(begins + scenario.phases().storm().toSeconds(), true, false));
        return chart;
    }

    private static void add(XYChart chart, String name, double[] values, Color color, float width) {
        double[] seconds = new double[values.length];
        for (int second = 0; second < seconds.length; second++) {
            seconds[second] = second;
        }
        XYSeries series = chart.addSeries(name, seconds, values);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineStyle(new BasicStroke(width));
        series.setLineColor(color);
    }

    private static double[] counts(StormResult result, ToIntFunction<Second> what) {
        List<Second> all = result.seconds();
        double[] values = new double[all.size()];
        for (int second = 0; second < values.length; second++) {
            int from = Math.max(0, second - AROUND);
            int to = Math.min(values.length, second + AROUND + 1);
            values[second] =
                    all.subList(from, to).stream().mapToInt(what).average().orElse(0);
        }
        return values;
    }
}
