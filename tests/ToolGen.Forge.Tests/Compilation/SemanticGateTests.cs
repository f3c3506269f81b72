using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Findings;

namespace ToolGen.Forge.Tests.Compilation;

[TestClass]
public sealed class SemanticGateTests
{
    [TestMethod]
    [DataRow("return new Output(Environment.ProcessId);")]
    [DataRow("return new Output(Environment.GetEnvironmentVariable(\"PATH\")!.Length);")]
    [DataRow("Environment.Exit(0); return new Output(0);")]
    [DataRow("return new Output((int)DateTime.Now.Ticks);")]
    [DataRow("return new Output((int)DateTimeOffset.UtcNow.Ticks);")]
    [DataRow("return new Output(Guid.NewGuid().ToString().Length);")]
    [DataRow("return new Output(Random.Shared.Next());")]
    [DataRow("return new Output(new Random().Next());")]
    [DataRow("GC.Collect(); return new Output(0);")]
    [DataRow("var t = new Thread(() => { }); t.Start(); return new Output(0);")]
    [DataRow("return new Output(await Task.Run(() => 1));")]
    [DataRow("Func<int> f = () => 1; return new Output(f.Method.Name.Length);")]
    [DataRow("return new Output(AppContext.BaseDirectory.Length);")]
    [DataRow("return new Output(Activator.CreateInstance<string>().Length);")]
    [DataRow("return new Output(TimeZoneInfo.Local.Id.Length);")]
    [DataRow("return new Output(new SystemToolContext().Now.Second);")]
    [DataRow("return new Output(JsonSerializer.Serialize(5).Length);")]
    [DataRow("using var reader = new StreamReader(\"/etc/passwd\"); return new Output(reader.Read());")]
    [DataRow("using StreamReader reader = new(\"/etc/passwd\"); return new Output(reader.Read());")]
    [DataRow("using var writer = new StreamWriter(\"/tmp/toolgen-x\", true); return new Output(0);")]
    [DataRow("using StreamWriter writer = new(\"/tmp/toolgen-x\", new System.IO.FileStreamOptions()); return new Output(0);")]
    [DataRow("return new Output(System.IO.File.ReadAllBytes(\"/etc/passwd\").Length);")]
    [DataRow("return new Output(System.Security.Cryptography.RandomNumberGenerator.GetInt32(5));")]
    [DataRow("return new Output(Type.GetType(\"System.String\")!.Name.Length);")]
    [DataRow("CultureInfo.CurrentCulture = CultureInfo.InvariantCulture; return new Output(0);")]
    [DataRow("Func<string, string?> read = Environment.GetEnvironmentVariable; return new Output(read(\"PATH\")!.Length);")]
    public void Refuses_what_is_not_a_value(string body)
    {
        var tool = new Forge().Make([SpecTexts.Halve(body: body)]).Tools[0];

        Assert.IsFalse(tool.IsCompiled);
        var finding = tool.Findings.First(finding => finding.Severity == FindingSeverity.Error);
        Assert.AreEqual(SpecTexts.LineOfBody, finding.Place.Start.Line + 1, finding.ToString());
    }

    [TestMethod]
    [DataRow("var words = new Dictionary<string, int>(StringComparer.Ordinal) { [\"a\"] = 1 }; return new Output(words.Values.Sum());")]
    [DataRow("var (a, b) = (input.N, input.By); return new Output(Math.Max(a, b));")]
    [DataRow("var sum = 0; foreach (var x in Enumerable.Range(0, 3).Select(i => new { i, j = i + 1 })) sum += x.i + x.j; return new Output(sum);")]
    [DataRow("var text = new StringBuilder().Append($\"{input.N:000}\").ToString(); return new Output(Regex.Matches(text, \"0\").Count);")]
    [DataRow("int[] xs = [1, 2, 3]; return new Output(xs[^1] + xs[..2].Length + nameof(input).Length);")]
    [DataRow("try { return new Output(int.Parse(\"x\", CultureInfo.InvariantCulture)); } catch (FormatException e) { return new Output(e.Message.Length > 0 ? 1 : 0); }")]
    [DataRow("var day = DateOnly.ParseExact(\"2026-01-02\", \"yyyy-MM-dd\", CultureInfo.InvariantCulture); return new Output(day.AddDays(1).Day switch { 3 => 1, _ => 0 });")]
    [DataRow("int Twice(int n) => n * 2; Func<int, int> f = Twice; return new Output(f(input.N) is > 3 and var m ? m : 0);")]
    [DataRow("return new Output(SHA256.HashData(Encoding.UTF8.GetBytes(\"x\"))[0]);")]
    [DataRow("using var reader = new StreamReader(context.Files.OpenRead(\"data/a.txt\")); return new Output((await reader.ReadToEndAsync(cancellationToken)).Length);")]
    [DataRow("using var outputs = context.Files.BeginWrite(); outputs.Create(\"out/a.txt\").Write(Encoding.UTF8.GetBytes(\"x\")); outputs.Commit(); return new Output(0);")]
    [DataRow("return new Output((int)(BigInteger.Pow(2, 10) % 97 + (long)Math.Round(2.5m, MidpointRounding.AwayFromZero)));")]
    public void Lets_values_through(string body)
    {
        var tool = new Forge().Make([SpecTexts.Halve(body: body, limits: "\"capabilities\": [\"read data/a.txt\", \"write out/a.txt\"],")]).Tools[0];

        Assert.IsTrue(tool.IsCompiled, string.Join("\n", tool.Findings));
    }
}
