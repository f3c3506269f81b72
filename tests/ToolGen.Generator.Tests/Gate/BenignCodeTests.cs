using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Generator.Tests.Gate;

/// <summary>What specs really hold passes.</summary>
[TestClass]
public sealed class BenignCodeTests
{
    public static IEnumerable<object[]> Expressions { get; } = new[]
    {
        "row.Region != \"\"", "row.Total >= input.MinTotal", "sum(row.Total)", "count()", "rows", "row.Hour", "input.Top",
        "row.Title.Trim()", "row.Value.ToLowerInvariant()", "row.Value.Length >= input.MinLength", "first(row.Value)",
        "date(row.Value, \"yyyy-MM-dd\", \"d.M.yyyy\", \"d MMMM yyyy\")", "row.Date!.Value", "row.Date != null", "hour(row.Ts)",
        "input.Levels.Contains(row.Level, StringComparer.OrdinalIgnoreCase)", "row.Email.Trim().ToLowerInvariant()",
        "email.Count(row.Line)", "email.Replace(row.Line, input.Replacement)", "response.Rates[input.To]", "Math.Round(input.Amount * rate, 2)",
        "input.Units == \"imperial\"", "imperial ? \"fahrenheit\" : \"celsius\"", "DateTimeOffset.Parse(response.Current.Time + \"Z\")",
        "input.State == \"all\" ? \"\" : \" state:\" + input.State", "rows.Take(input.Top)", "rows.Count > input.MaxRows", "affected != 1",
        "$\"order {input.OrderId} does not exist or is not {input.Expected}\"", "rate?.Result ?? Math.Round(input.Amount * row!.Rate, 2)",
        "input.WeekStart.AddDays(6)", "rows.Select(r => r.Total)",
        "rows.Select(r => new[] { r.Day.ToString(\"yyyy-MM-dd\"), r.Total.ToString(\"0.00\") })", "$\"Total {row.Sum:0.00}, mean {row.Mean,8:0.00}\"",
        "string.Concat(rows.Select(i => $\"- [{i.Title}]({i.Link})\\n\"))", "item.User?.Login", "item.Keys[0]", "run.Written.Count",
        "new { row.Id, Name = row.Name ?? \"\" }", "[.. rows.Select(r => r.Id), 1, 2]", "(row.A, row.B)", "row.A is > 1 and < 5 or null",
        "row.A is int n && n > 1", "row.A is { Length: > 2, Owner.Name: \"x\" } s ? s.Length : 0", "row.A switch { 1 => \"one\", int n when n > 5 => n.ToString(), _ => \"many\" }",
        "row.Name[^1]", "row.Name[1..]", "(decimal)row.A / 3", "(int?)row.A", "Enumerable.Range(0, input.Top).Sum()", "rows.GroupBy(r => r.A, (k, g) => (k, g.Count()))",
        "@\"a\\b\".Length", "\"\"\"raw \"text\" here\"\"\"", "'x'", "'\\''", "'\\u0041'", "\"\\u202E\"", "$\"{(row.A ? 1 : 2)}\"", "$\"{{literal}} {row.A}\"",
        "$@\"a\"\"b{row.A}\"", "Math.Round(row.A, 2, MidpointRounding.AwayFromZero)", "row.A << 2 >> 1", "~row.A ^ 3", "rows.Any((Row r) => r.A > 1)",
        "row.A.ToString(\"N2\", CultureInfo.InvariantCulture)", "row.Name is Output.Known k ? k.Id : 0", "row.A is [1, .., var z] ? z : 0", "\"❤️ 👩\".Length > 0",
        "row.A\n    + row.B", "string.Join(\", \", rows.OrderByDescending(r => r.A).ThenBy(r => r.B).Select(r => r.Name))",
    }.Select(expression => new object[] { expression }).ToArray();

    [TestMethod]
    [DynamicData(nameof(Expressions))]
    public void Passes_expression(string expression)
    {
        var (gated, findings) = GateRun.Expression(expression);

        Assert.IsNotNull(gated, GateRun.Told(findings));
        Assert.AreEqual(expression, gated.Source);
    }

    [TestMethod]
    [DataRow("return new Output(1); // done")]
    [DataRow("/* first */ return new Output(1);")]
    [DataRow("var (a, b) = (1, 2); (a, b) = (b, a); return new(a + b);")]
    [DataRow("if (int.TryParse(input.A, out var n)) return new(n); throw Fail(\"bad\", \"no\");")]
    [DataRow("int[] values = [1, 2]; ref_(ref values[0]); return new(values[0]); static void ref_(ref int x) => x++;")]
    [DataRow("await foreach (var x in F()) { } return new(1); static async IAsyncEnumerable<int> F() { await Task.Yield(); yield return 1; }")]
    [DataRow("using var reader = new JsonDocumentReader(); try { return new(1); } catch (FormatException e) when (e.Message != \"\") { throw Fail(\"a\", \"b\"); } finally { }")]
    [DataRow("var q = from x in input.Items where x > 1 orderby x descending group x by x % 2 into g select g.Key; return new(q.ToList());")]
    [DataRow("var d = new Dictionary<string, int> { [\"a\"] = 1, { \"b\", 2 } }; return new(d.Count);")]
    [DataRow("switch (input.A) { case 1: case 2 when input.B: return new(1); case > 5: break; default: break; } return new(default(int));")]
    [DataRow("Func<int, int> f = x => { return unchecked(x * 31); }; return new Output(f(1)) with { A = 2 };")]
    [DataRow("T Max<T>(T a, T b) where T : IComparable<T> => a.CompareTo(b) > 0 ? a : b; return new(Max(1, 2));")]
    [DataRow("var html = $\"\"\"\n    <a href=\"x\">{input.A}</a>\n    \"\"\";\nreturn new(html);")]
    public void Passes_body(string body)
    {
        var (gated, findings) = GateRun.Body(body);

        Assert.IsNotNull(gated, GateRun.Told(findings));
        Assert.AreEqual(body, gated.Source);
    }

    [TestMethod]
    public void Passes_every_body_of_the_real_specs()
    {
        var bodies = Directory.GetFiles(SharedData.Require("specs"), "*.tool.json")
            .Concat(Directory.GetFiles(Path.Combine(SharedData.Repository, "tests", "Specs"), "*.tool.json"))
            .Select(path => (Path: path, Body: BodyOf(path))).Where(spec => spec.Body is not null).ToArray();

        Assert.IsGreaterThanOrEqualTo(7, bodies.Length);
        foreach (var (path, body) in bodies)
        {
            var (gated, findings) = GateRun.Body(body!);
            Assert.IsNotNull(gated, path + "\n" + GateRun.Told(findings));
        }
    }

    private static string? BodyOf(string path)
    {
        using var spec = JsonDocument.Parse(File.ReadAllText(path));
        if (!spec.RootElement.TryGetProperty("implementation", out var implementation) || !implementation.TryGetProperty("body", out var body)
            || implementation.GetProperty("kind").GetString() != "code") return null;
        return body.ValueKind == JsonValueKind.String ? body.GetString() : string.Join("\n", body.EnumerateArray().Select(line => line.GetString()));
    }
}
