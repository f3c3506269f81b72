using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Quality;

/// <summary>Units of measure in names and descriptions: <c>timeout_ms</c> that is "in seconds" is wrong by a thousand.</summary>
internal static class UnitWords
{
    // A measure a line, a unit between bars: the first word names it. Singulars are no units in names: start_year, price_per_day.
    private static readonly string[] Table =
    [
        "milliseconds millis msec ms|seconds secs sec s|minutes mins|hours hrs|days|weeks|months|years",
        "millimetres millimeters mm|centimetres centimeters cm|metres meters m|kilometres kilometers km|miles|feet ft|inches|yards",
        "milligrams mg|grams g|kilograms kilos kg|pounds lbs lb|ounces oz|tonnes",
        "bytes|kilobytes kb|megabytes mb|gigabytes gb",
        "Celsius|Fahrenheit|Kelvin",
        "degrees deg|radians rad",
    ];

    private static readonly Dictionary<string, (int Measure, string Unit)> Known = Table
        .SelectMany((line, measure) => line.Split('|').Select(unit => unit.Split(' ')).SelectMany(words => words.Select(word => (Word: word.ToLowerInvariant(), Measure: measure, Unit: words[0]))))
        .ToDictionary(one => one.Word, one => (one.Measure, one.Unit));

    // A rate has another unit than its first word: "in metres per second", "in km/h".
    private static readonly Regex Stated = new(@"(?:\bin\s+(?:whole\s+|full\s+)?|\bnumber\s+of\s+|\()([A-Za-z]{1,12})(?![\w/²³^-])(?!\s+per\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static void Check(Argument argument, string text, TextSpan place, FindingSink sink)
    {
        if ((argument.Schema.Types & ~(SchemaTypes.Number | SchemaTypes.Null)) != 0 || text.Length > DescriptionText.MaxLength) return;
        var words = DescriptionText.Words(argument.Name);
        if (words.Count == 0 || words.Contains("per") || !Known.TryGetValue(words[words.Count - 1], out var named) || (words.Count == 1 && words[0].Length == 1)) return;
        if (DescriptionText.Words(text).Any(word => Known.TryGetValue(word, out var other) && other == named)) return;
        var stated = Stated.Matches(text).Cast<Match>().Select(match => Known.TryGetValue(match.Groups[1].Value.ToLowerInvariant(), out var unit) ? unit : default)
            .Where(unit => unit.Unit is not null && unit.Measure == named.Measure).Select(unit => unit.Unit).Distinct().ToArray();
        if (stated.Length == 1) sink.Add(FindingCatalog.UnitContradicts, place, argument.Shown, named.Unit, stated[0]);
    }
}
