using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;

namespace ToolGen.Cli.Statistics;

/// <summary>Plots as inline SVG: bars in layers over days, a line over days, bars of shares. Every text in them is escaped.</summary>
internal static class SvgChart
{
    private const int Width = 720, Height = 220, Left = 56, Bottom = 28, Top = 12;

    /// <summary>A bar a day, its parts one on the other.</summary>
    public static string Stacked(string title, IReadOnlyList<string> labels, IReadOnlyList<(string Name, string Color, IReadOnlyList<double> Values)> layers)
    {
        var most = labels.Count == 0 ? 1 : Math.Max(1, Enumerable.Range(0, labels.Count).Max(day => layers.Sum(layer => layer.Values[day])));
        var svg = Begin(title, most, value => value.ToString("0.#", CultureInfo.InvariantCulture));
        var step = (double)(Width - Left) / Math.Max(1, labels.Count);
        for (var day = 0; day < labels.Count; day++)
        {
            var below = 0.0;
            foreach (var (name, color, values) in layers.Where(layer => layer.Values[day] > 0))
            {
                var height = Scale(values[day], most);
                below += height;
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left + (day * step) + 1:0.##}\" y=\"{Height - Bottom - below:0.##}\" width=\"{Math.Max(1, step - 2):0.##}\" height=\"{height:0.##}\" fill=\"{color}\"><title>{Text($"{labels[day]}: {values[day]} {name}")}</title></rect>\n");
            }
        }

        return End(svg, labels) + Legend(layers.Select(layer => (layer.Name, layer.Color)));
    }

    /// <summary>A line of shares, 0 to 1; days without one are passed over.</summary>
    public static string Line(string title, IReadOnlyList<string> labels, IReadOnlyList<double?> values, string color)
    {
        var svg = Begin(title, 1, value => value.ToString("0 %", CultureInfo.InvariantCulture));
        var step = (double)(Width - Left) / Math.Max(1, labels.Count);
        var points = values.Select((value, day) => (value, day)).Where(point => point.value is not null)
            .Select(point => (X: Left + ((point.day + 0.5) * step), Y: Height - Bottom - Scale(point.value!.Value, 1), Label: $"{labels[point.day]}: {point.value.Value.ToString("0.0 %", CultureInfo.InvariantCulture)}")).ToArray();
        if (points.Length > 1) svg.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{color}\" stroke-width=\"2\" points=\"{string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.##},{point.Y:0.##}")))}\"/>\n");
        foreach (var (x, y, label) in points) svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"3\" fill=\"{color}\"><title>{Text(label)}</title></circle>\n");
        return End(svg, labels);
    }

    /// <summary>A bar a row, as long as its share.</summary>
    public static string Bars(string title, IReadOnlyList<(string Name, double? Share, string Note)> rows, string color)
    {
        const int Row = 22, Names = 190, Room = 380;
        var height = (rows.Count * Row) + 8;
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<svg role=\"img\" viewBox=\"0 0 {Width} {height}\"><title>{Text(title)}</title>\n");
        for (var row = 0; row < rows.Count; row++)
        {
            var (name, share, note) = rows[row];
            var y = (row * Row) + 4;
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Names - 8}\" y=\"{y + 14}\" text-anchor=\"end\">{Text(name)}</text><rect x=\"{Names}\" y=\"{y}\" width=\"{Room}\" height=\"16\" class=\"track\"/>");
            if (share is { } part) svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Names}\" y=\"{y}\" width=\"{Room * part:0.##}\" height=\"16\" fill=\"{color}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Names + Room + 8}\" y=\"{y + 14}\">{Text(share is { } shown ? $"{shown.ToString("0.0 %", CultureInfo.InvariantCulture)}, {note}" : note)}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    public static string Text(string text) => WebUtility.HtmlEncode(text);

    private static double Scale(double value, double most) => value / most * (Height - Bottom - Top);

    private static StringBuilder Begin(string title, double most, Func<double, string> shown)
    {
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<svg role=\"img\" viewBox=\"0 0 {Width} {Height}\"><title>{Text(title)}</title>\n");
        for (var tick = 0; tick <= 4; tick++)
        {
            var y = Height - Bottom - Scale(most * tick / 4, most);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width}\" y1=\"{y:0.##}\" y2=\"{y:0.##}\" class=\"grid\"/><text x=\"{Left - 6}\" y=\"{y + 4:0.##}\" text-anchor=\"end\">{Text(shown(most * tick / 4))}</text>\n");
        }

        return svg;
    }

    private static string End(StringBuilder svg, IReadOnlyList<string> labels)
    {
        if (labels.Count > 0) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"{Height - 8}\">{Text(labels[0])}</text>");
        if (labels.Count > 1) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width}\" y=\"{Height - 8}\" text-anchor=\"end\">{Text(labels[^1])}</text>");
        return svg.Append("</svg>\n").ToString();
    }

    private static string Legend(IEnumerable<(string Name, string Color)> entries) =>
        "<p class=\"legend\">" + string.Join(" ", entries.Select(entry => $"<span style=\"color:{entry.Color}\">■</span> {Text(entry.Name)}")) + "</p>\n";
}
