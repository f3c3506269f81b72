using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Threading;
using ToolGen.Specification.Json;
using ToolGen.Testing.Comparison;
using ToolGen.Testing.Replay.Data;

namespace ToolGen.Testing.Expectations;

/// <summary><c>expect.sql</c>: what queries see after the run. A row is the list of its values, an object by column, or the value of its only column.</summary>
internal static class ExpectedRows
{
    /// <summary>For all queries of one sample.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static IEnumerable<SampleNote> Check(JsonNode? node, ReplayDatabases databases, CancellationToken cancellationToken)
    {
        if (node is not JsonArray list) yield break;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(Longest);
        foreach (var (expected, index) in list.Items.OfType<JsonObject>().Select((expected, index) => (expected, index)))
        {
            if (Said(expected, databases, cancellationToken, late.Token) is { } said) yield return new(FormattableString.Invariant($"/expect/sql/{index}"), said);
        }
    }

    private static string? Said(JsonObject expected, ReplayDatabases databases, CancellationToken cancellationToken, CancellationToken late)
    {
        var query = (expected["query"] as JsonString)?.Value ?? "";
        var name = (expected["database"] as JsonString)?.Value;
        if (databases.Find(name) is not { } database)
            return $"expect.sql asks {(name is null ? "no database by name" : name)}; there {(databases.Names.Any() ? "are " + string.Join(", ", databases.Names) : "is none: add given.sql")}";
        try
        {
            var seen = database.Query(query, late);
            var rows = (expected["rows"] as JsonArray)?.Items ?? [];
            var differences = OutputComparer.Differences(new JsonArray(rows, default), Rows(seen, rows));
            if (differences.Count == 0) return null;
            var counts = rows.Count == seen.Rows.Count ? "" : FormattableString.Invariant($"{seen.Rows.Count} rows where {rows.Count} are expected; ");
            return $"{Excerpt.Of(query)} gives {counts}{string.Join("; ", differences.Take(5).Select(one => $"{Place(one.Pointer, seen)}: expected {one.Expected}, got {one.Actual}"))}";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return FormattableString.Invariant($"the query {Excerpt.Of(query)} is not answered: all queries of a sample take at most {Longest.TotalSeconds} s");
        }
        catch (ToolException e)
        {
            return $"the query {Excerpt.Of(query)} fails: {e.Message}";
        }
    }

    // Rows count from 1, as people do; /0/2 is the third column of the first.
    private static string Place(string pointer, DataRows seen)
    {
        var parts = pointer.Split('/');
        var row = FormattableString.Invariant($"row {int.Parse(parts[1], CultureInfo.InvariantCulture) + 1}");
        if (parts.Length < 3) return row;
        var isIndex = int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var column) && column < seen.Columns.Count;
        return $"{row}, {(isIndex ? seen.Columns[column] : parts[2])}";
    }

    // In the form that the sample chose for its rows.
    private static JsonArray Rows(DataRows seen, IReadOnlyList<JsonNode> expected) => new(
        seen.Rows.Select((row, index) => (expected.Count == 0 ? null : expected[Math.Min(index, expected.Count - 1)]) switch
        {
            JsonObject => new JsonObject(seen.Columns.Zip(row, (column, value) => new JsonMember(column, default, Value(value))).ToArray(), default),
            not null and not JsonArray when row.Count == 1 => Value(row[0]),
            _ => (JsonNode)new JsonArray(row.Select(Value).ToArray(), default),
        }).ToArray(),
        default);

    private static JsonNode Value(object? value) => value switch
    {
        null => new JsonNull(default),
        bool truth => new JsonBoolean(truth, default),
        double number when !double.IsFinite(number) => new JsonString(number.ToString(CultureInfo.InvariantCulture), default),
        long or double or decimal or BigInteger => new JsonNumber(((IFormattable)value).ToString(value is double ? "R" : null, CultureInfo.InvariantCulture), default),
        byte[] bytes => new JsonString(Convert.ToBase64String(bytes), default),
        DateOnly day => new JsonString(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), default),
        DateTimeOffset instant => new JsonString(instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture), default),
        IFormattable other => new JsonString(other.ToString(null, CultureInfo.InvariantCulture), default),
        _ => new JsonString(value.ToString() ?? "", default),
    };
}
