using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ToolGen.Cli.Registries;
using ToolGen.Registry;

namespace ToolGen.Cli.Statistics;

/// <summary>Figures as one HTML file: no script, nothing from elsewhere, plots in it.</summary>
internal static class StatsHtml
{
    private const string Green = "#2e7d32", Amber = "#f9a825", Red = "#c62828", Violet = "#6a1b9a", Grey = "#757575", Blue = "#1565c0";

    private const string Style = "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}svg{width:100%;height:auto;font-size:12px;fill:#222}"
        + "table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.2rem .6rem .2rem 0;border-bottom:1px solid #ddd}td.n,th.n{text-align:right}.grid{stroke:#ddd}.track{fill:#eee}.legend{font-size:13px}h2{margin-top:2rem}"
        + "@media(prefers-color-scheme:dark){body{color:#ddd;background:#161616}svg{fill:#ddd}th,td{border-color:#444}.grid{stroke:#444}.track{fill:#333}}";

    public static string Of(RegistryStats stats, DateTimeOffset at)
    {
        var html = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width\"><title>ToolGen registry</title><style>").Append(Style).Append("</style></head><body>\n")
            .Append(CultureInfo.InvariantCulture, $"<h1>ToolGen registry</h1>\n<p>{Text(Words.Of(at))}: {Text(string.Join(", ", stats.States.Where(state => state.Value > 0).Select(state => $"{state.Value} {Words.Of(state.Key)}").DefaultIfEmpty("no versions")))}. ")
            .Append(CultureInfo.InvariantCulture, $"{Words.Count(stats.Calls, "call")}, {Words.Share(stats.Answered, stats.Calls)} answered, {Words.Share(stats.Reuses, stats.Calls)} of them of a version that had been called before.</p>\n");
        Days(html, stats.Days);
        Tools(html, stats.Usage);
        html.Append("<h2>Library health</h2>\n").Append(SvgChart.Bars("Library health", [.. stats.Health.Measures.Select(measure => (measure.Name.Trim(), measure.Share, $"{measure.Part} of {measure.Whole}"))], Green));
        html.Append("<ul>\n").AppendJoin("", stats.Health.Measures.Select(measure => $"<li>{Text(measure.Name.Trim())}: {Text(measure.Meaning)}</li>\n")).Append("</ul>\n");
        if (stats.Advice.Count > 0)
        {
            html.Append("<h2>Advice</h2>\n<ul>\n")
                .AppendJoin("", stats.Advice.Select(advice => $"<li>{Text(advice.Kind.ToString().ToLowerInvariant())} {Text(advice.Tool)} {Text(advice.Version)}: {Text(advice.Why)}</li>\n")).Append("</ul>\n");
        }

        return html.Append("</body></html>\n").ToString();
    }

    private static void Days(StringBuilder html, IReadOnlyList<StatsDay> days)
    {
        string[] labels = [.. days.Select(day => day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];
        html.Append("<h2>Calls a day</h2>\n").Append(SvgChart.Stacked("Calls a day", labels,
        [
            ("answered", Green, [.. days.Select(day => (double)day.Answered)]),
            ("wrong by the caller", Amber, [.. days.Select(day => (double)day.CallerFaults)]),
            ("wrong by the tool", Red, [.. days.Select(day => (double)day.ToolFaults)]),
            ("wrong by what it needs", Violet, [.. days.Select(day => (double)day.EnvironmentFaults)]),
            ("refused", Grey, [.. days.Select(day => (double)day.Refused)]),
        ]));
        html.Append("<h2>Reuse rate</h2>\n<p>Of the calls up to each day, those of a version that had been called before.</p>\n").Append(SvgChart.Line("Reuse rate", labels, Running(days, day => day.Reuses, day => day.Calls), Blue));
        html.Append("<h2>Success</h2>\n<p>Of the calls of each day that were let in and asked rightly, those that were answered.</p>\n")
            .Append(SvgChart.Line("Success", labels, [.. days.Select(day => Share(day.Answered, day.Answered + day.ToolFaults + day.EnvironmentFaults))], Green));
        html.Append("<h2>Versions a day</h2>\n").Append(SvgChart.Stacked("Versions a day", labels,
            [("added", Blue, [.. days.Select(day => (double)day.Added)]), ("approvals", Green, [.. days.Select(day => (double)day.Approved)])]));
    }

    private static void Tools(StringBuilder html, IReadOnlyList<VersionUsage> usage)
    {
        if (usage.Count == 0) return;
        var shown = usage.Take(20).ToArray();
        html.Append("<h2>Tools</h2>\n").Append(SvgChart.Bars("Answered calls", [.. shown.Select(one => ($"{one.Tool} {one.Version}", Share(one.Answered, one.Calls), Words.Count(one.Calls, "call")))], Green));
        html.Append("<table><tr><th>tool</th><th>version</th>").AppendJoin("", new[] { "calls", "answered", "by caller", "by tool", "by need", "refused", "callers", "shapes", "ms a call" }.Select(name => $"<th class=\"n\">{name}</th>")).Append("</tr>\n");
        foreach (var one in shown)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(one.Tool)}</td><td>{Text(one.Version)}</td>");
            foreach (var cell in new[] { one.Calls, one.Answered, one.CallerFaults, one.ToolFaults, one.EnvironmentFaults, one.Refused, one.Callers, one.Shapes }) html.Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{cell}</td>");
            html.Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{(one.Calls == 0 ? 0 : one.Time.TotalMilliseconds / one.Calls):0.00}</td></tr>\n");
        }

        html.Append("</table>\n");
    }

    private static IReadOnlyList<double?> Running(IReadOnlyList<StatsDay> days, Func<StatsDay, long> part, Func<StatsDay, long> whole)
    {
        var (parts, all) = (0L, 0L);
        return [.. days.Select(day => Share(parts += part(day), all += whole(day)))];
    }

    private static double? Share(long part, long whole) => whole == 0 ? null : (double)part / whole;

    private static string Text(string text) => SvgChart.Text(text);
}
