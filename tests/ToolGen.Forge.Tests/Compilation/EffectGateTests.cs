using System;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Fixes;
using ToolGen.Forge.Specs;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Forge.Tests.Compilation;

[TestClass]
public sealed class EffectGateTests
{
    private const string Get = "var r = await context.Http.SendAsync(new ToolHttpRequest(\"GET\", {0}), cancellationToken); return new Output(r.Status);";

    [TestMethod]
    [DataRow("return new Output(context.Now.Day);", "clock")]
    [DataRow("return new Output(context.Random.Next(9));", "random")]
    [DataRow("var c = context; Func<int> f = () => c.Now.Day; return new Output(f());", "clock")]
    [DataRow("int Day(ToolContext any) => any.Now.Day; return new Output(Day(context));", "clock")]
    [DataRow("if (input is var i && context is { Now: var n }) return new Output(n.Day); return new Output(0);", "clock")]
    [DataRow("return new Output((await context.Secrets.HmacSha256(\"key\", \"x\")).Length);", "secret key")]
    [DataRow("const string Name = \"key\"; return new Output((await context.Secrets.HmacSha256(Name, \"x\")).Length);", "secret key")]
    [DataRow("await using var s = await context.Data.OpenAsync(\"shop\"); return new Output((int)(await s.RunAsync(new SqlStatement().Text(\"SELECT 1\"))).Affected);", "sql shop read")]
    [DataRow("await using var s = await context.Data.OpenAsync(\"shop\", writes: true); return new Output(1);", "sql shop write")]
    [DataRow("await using var s = await context.Data.OpenAsync(\"shop\", input.N > 1); return new Output(1);", "sql shop write")]
    [DataRow("return new Output((await context.Tools.CallAsync(\"query_sales@^1\", default)).IsError ? 1 : 0);", "tool query_sales@^1")]
    [DataRow("using var s = context.Files.OpenRead(\"data/2025/a.csv\"); return new Output(s.ReadByte());", "read data/2025/a.csv")]
    [DataRow("using var s = context.Files.OpenRead($\"data/{input.N}/a{input.By}.csv\"); using var r = new StreamReader(s); return new Output((await r.ReadLineAsync(cancellationToken))!.Length);", "read data/*/a*.csv")]
    [DataRow("var n = 0; foreach (var f in context.Files.Find(FilePattern.Of(\"data/a.csv\"))) { using var s = context.Files.OpenRead(f.FullPath); n++; } return new Output(n);", "read data/a.csv")]
    [DataRow("return new Output(context.Files.Find(new FilePattern(new FilePatternPart(\"data/\", false), new FilePatternPart(\"**/[ab]*.csv\", true))).Count);", "read data/**/*")]
    [DataRow("using var o = context.Files.BeginWrite(); using (var s = o.Create(\"out/\" + input.N + \".txt\")) s.WriteByte(1); o.Commit(); return new Output(1);", "write out/*.txt")]
    public void An_effect_is_found_and_the_line_is_told(string body, string line)
    {
        var tool = Make(body);
        Assert.IsFalse(tool.IsCompiled);
        var finding = tool.Findings.Single(finding => finding.Severity == FindingSeverity.Error);
        Assert.AreEqual("TG6046", finding.Id, finding.ToString());
        Assert.AreEqual(line, finding.Arguments[0]);
        Assert.AreEqual(SpecTexts.LineOfBody, finding.Place.Start.Line + 1);
        Assert.IsTrue(Make(body, line).IsCompiled, string.Join("\n", Make(body, line).Findings));
    }

    [TestMethod]
    [DataRow("\"https://api.example/users\"", "http GET https://api.example/users")]
    [DataRow("\"https://api.example\"", "http GET https://api.example/")]
    [DataRow("$\"https://api.example/users/{input.N}\"", "http GET https://api.example/users/*")]
    [DataRow("$\"https://api.example/users/{input.N}/x?page={input.By}\"", "http GET https://api.example/users/*/x")]
    [DataRow("$\"https://api.example/v{input.N}{input.By}/x\"", "http GET https://api.example/v*/x")]
    [DataRow("\"https://API.example/\" + \"a b/\" + Uri.EscapeDataString(\"x/y\")", "http GET https://api.example/a%20b/*")]
    [DataRow("string.Concat(\"https://api.example/\", \"a\", \"*\")", "http GET https://api.example/a%2A")]
    [DataRow("input.N > 1 ? \"https://a.example/x\" : \"https://b.example/x\"", "http GET https://a.example/x; http GET https://b.example/x")]
    [DataRow("input.N switch { 1 => \"https://a.example/1\", 2 => \"https://a.example/2\", _ => throw Fail(\"bad\", \"x\") }", "http GET https://a.example/1; http GET https://a.example/2")]
    public void Addresses_are_told_by_their_constant_parts(string url, string lines) => Assert.AreEqual(lines, Lines(Get.Replace("{0}", url)));

    [TestMethod]
    [DataRow("var at = \"https://a.example/\"; var path = \"x\"; var url = at + path;", "http GET https://a.example/x")]
    [DataRow("var at = \"https://a.example/\"; if (input.N > 1) at = \"https://b.example/\"; var url = at + \"x\";", "TG6047")]
    [DataRow("var url = \"https://a.example/\"; url += input.N;", "TG6047")]
    [DataRow("var url = \"https://a.example/\"; void Set(ref string x) => x = \"https://b.example/\"; Set(ref url);", "TG6047")]
    [DataRow("var url = \"https://a.example/\"; (url, var n) = (\"https://b.example/\", 1);", "TG6047")]
    [DataRow("string Of(string path) => $\"https://a.example/{path}\"; var url = Of(\"x\");", "TG6047")]
    [DataRow("var url = input.N.ToString();", "TG6047")]
    [DataRow("var url = $\"https://{input.N}.example/x\";", "TG6047")]
    [DataRow("var url = $\"https://a.example{input.N}\";", "TG6047")]
    [DataRow("var url = \"no url\";", "TG6047")]
    [DataRow("var url = \"https://a.example@b.example/\";", "TG6047")]
    public void Locals_that_are_assigned_once_are_followed(string before, string lines) => Assert.AreEqual(lines, Lines(before + Get.Replace("{0}", "url")));

    [TestMethod]
    public void Arguments_of_local_functions_are_followed()
    {
        const string send = "async Task<int> Send(string method, string path) => (await context.Http.SendAsync(new ToolHttpRequest(method, \"https://a.example/\" + path))).Status; ";
        Assert.AreEqual("http GET https://a.example/*; http POST https://a.example/*", Lines(send + "return new Output(await Send(\"GET\", \"x\") + await Send(\"POST\", input.N.ToString()));"));
        Assert.AreEqual("http * https://a.example/*", Lines(send + "Func<string, string, Task<int>> f = Send; return new Output(await f(\"GET\", \"x\"));"));
        Assert.AreEqual("http GET https://a.example/aaaaaaaa", Lines("string Grow(string s, int n) => n == 0 ? s : Grow(s + \"a\", n - 1); " + Get.Replace("{0}", "\"https://a.example/\" + \"aaaaaaaa\"")));
    }

    [TestMethod]
    [DataRow("var r = new ToolHttpRequest(\"GET\", \"https://a.example/\") { Url = \"https://b.example/\" }; return new Output(1);", "http GET https://a.example/; http GET https://b.example/")]
    [DataRow("var r = new ToolHttpRequest(\"GET\", \"https://a.example/\"); r = r with { Url = \"https://b.example/\", Method = \"PUT\" }; return new Output(1);", "http GET https://a.example/; http PUT https://b.example/")]
    [DataRow("var r = new ToolHttpRequest(\"GET\", \"https://a.example/\"); r = r with { Method = \"DELETE\" }; return new Output(1);", "http GET https://a.example/; TG6047")]
    [DataRow("var r = new ToolHttpRequest(\"GET\", \"https://a.example/\") { Auth = new(\"bearer\", \"k1\") { Secret = \"k2\" } }; return new Output(1);", "http GET https://a.example/; secret k1; secret k2")]
    [DataRow("Func<string, System.IO.Stream> f = context.Files.OpenRead; return new Output(1);", "TG")]
    [DataRow("Func<string, Stream> f = context.Files.OpenRead; return new Output(f(\"data/x\").ReadByte());", "TG6047")]
    public void What_replaces_a_part_is_found_too(string body, string lines)
    {
        if (lines == "TG") Assert.IsFalse(Make(body).IsCompiled);
        else Assert.AreEqual(lines, Lines(body));
    }

    [TestMethod]
    [DataRow("return new Output(1);", "clock", "TG6041")]
    [DataRow("return new Output(context.Now.Day);", "clock", "")]
    [DataRow("using var s = context.Files.OpenRead(\"data/\" + input.N); return new Output(1);", "read data/**", "")]
    [DataRow("var p = input.N.ToString(); using var s = context.Files.OpenRead(p); return new Output(1);", "read data/**", "")]
    [DataRow("var p = input.N.ToString(); using var s = context.Files.OpenRead(p); return new Output(1);", "write data/**", "TG6047; TG6041")]
    public void Written_lines_are_held_against_what_is_found(string body, string line, string ids) =>
        Assert.AreEqual(ids, string.Join("; ", Make(body, line).Findings.OrderByDescending(finding => finding.Severity).Select(finding => finding.Id)));

    [TestMethod]
    [DataRow("using var r = new StreamReader(\"/etc/passwd\"); return new Output(1);")]
    [DataRow("using var w = new StreamWriter(\"/tmp/x\", true); return new Output(1);")]
    [DataRow("using var h = new System.Net.Http.HttpClient(); return new Output(1);")]
    [DataRow("return new Output(File.ReadAllText(\"x\").Length);")]
    [DataRow("return new Output(((IServiceProvider)context).GetHashCode());")]
    [DataRow("return new Output(context.Services is null ? 0 : 1);")]
    [DataRow("return new Output(TimeZoneInfo.FindSystemTimeZoneById(\"UTC\").Id.Length);")]
    [DataRow("var r = await Halve.Instance.RunAsync(input, context, cancellationToken); return new Output(1);")]
    [DataRow("var r = await Instance.RunAsync(input, context, cancellationToken); return new Output(1);")]
    [DataRow("var c = new SystemToolContext(); return new Output(c.Now.Day);")]
    [DataRow("return new Output(ToolGen.Http.HttpAddress.Encode(\"x\").Length);")]
    [DataRow("var w = new ToolWriter(); return new Output(1);")]
    public void Nothing_but_the_effects_of_the_context_is_let_through(string body) => Assert.IsFalse(Make(body, "clock").IsCompiled);

    [TestMethod]
    [DataRow("return new Output(SHA256.HashData(Encoding.UTF8.GetBytes(\"x\")).Length);")]
    [DataRow("return new Output(context.Zone(\"Europe/Berlin\").GetUtcOffset(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero)).Hours);")]
    [DataRow("context.Log(\"x\"); return new Output(1);")]
    [DataRow("return new Output(context.Setting(\"tenant\").Length);")]
    [DataRow("using var s = new MemoryStream(); using (var w = new StreamWriter(s, Encoding.UTF8, 100, true)) w.Write(\"x\"); return new Output((int)s.Length);")]
    [DataRow("var r = new ToolHttpResponse(200, \"\", [], default); return new Output(r.Header(\"x\") is null ? r.Status : r.Text().Length);")]
    [DataRow("try { throw Fail(ToolErrorCodes.NotFound, \"x\"); } catch (ToolException e) { return new Output(e.Message.Length); }")]
    public void What_has_no_effect_needs_no_line(string body) => Assert.IsTrue(Make(body).IsCompiled, string.Join("\n", Make(body).Findings));

    [TestMethod]
    public void The_mend_writes_all_lines_at_once()
    {
        var spec = SpecTexts.Halve(body: "var n = context.Now.Day + context.Random.Next(3); return new Output(n);");
        var mended = ToolFixer.Fix(new SourceText("halve.tool.json", Encoding.UTF8.GetString(spec.Utf8.Span)));
        StringAssert.Contains(mended.Spec.Text, "\"capabilities\": [\"clock\", \"random\"]");
        Assert.IsTrue(new Forge().Make([new SpecInput("halve.tool.json", Encoding.UTF8.GetBytes(mended.Spec.Text))]).Tools[0].IsCompiled);
    }

    private static ForgedTool Make(string body, params string[] lines) =>
        new Forge().Make([SpecTexts.Halve(body: body, limits: lines.Length == 0 ? "" : $"\"capabilities\": [{string.Join(", ", lines.Select(JsonWriter.Quote))}],")]).Tools[0];

    private static string Lines(string body)
    {
        var errors = Make(body).Findings.Where(finding => finding.Severity == FindingSeverity.Error).ToArray();
        Assert.IsTrue(Array.TrueForAll(errors, finding => finding.Id is "TG6046" or "TG6047"), string.Join("\n", errors.AsEnumerable()));
        return string.Join("; ", errors.Select(finding => finding.Id == "TG6046" ? finding.Arguments[0] : finding.Id));
    }
}
