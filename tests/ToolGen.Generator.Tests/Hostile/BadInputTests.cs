using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Generator.Tests.Hostile;

/// <summary>Files that are no specs: findings with a place, no crash, and the other tool of the project is what it was.</summary>
[TestClass]
public sealed class BadInputTests
{
    private const string Path = "tools/bad_one.tool.json";

    private static readonly string Other = Text(GeneratorRun.Of(BaseSpecs.All[0]));

    public static IEnumerable<object[]> Inputs { get; } = new (string Name, string Text)[]
    {
        ("empty", ""),
        ("white space", " \n"),
        ("a byte order mark", "\uFEFF" + BaseSpecs.EveryMember.Replace("every_member", "bad_one")),
        ("UTF-16 read as UTF-8", Encoding.UTF8.GetString(Encoding.Unicode.GetBytes(BaseSpecs.EveryMember))),
        ("random bytes", Encoding.UTF8.GetString(Enumerable.Range(0, 4_000).Select(i => (byte)(i * 7919)).ToArray())),
        ("NUL", "\0\0\0"),
        ("10,000 levels of arrays", new string('[', 10_000)),
        ("10,000 closed levels", new string('[', 10_000) + new string(']', 10_000)),
        ("10,000 levels of objects", string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000)),
        ("10,000 levels in a schema", """{ "name": "bad_one", "inputSchema": """ + string.Concat(Enumerable.Repeat("{\"items\":", 10_000)) + "{}" + new string('}', 10_001)),
        ("100 MB", "{ \"name\": \"bad_one\", \"description\": \"" + new string('x', 100 << 20) + "\" }"),
        ("100 MB of brackets", new string('[', 100 << 20)),
        ("duplicate keys", """{ "name": "bad_one", "name": "bad_one", "description": "a", "description": "b" }"""),
        ("1,000,000 duplicate keys", "{" + string.Concat(Enumerable.Repeat("\"a\":1,", 1_000_000)) + "\"a\":1}"),
        ("duplicate key by an escape", """{ "name": "bad_one", "n\u0061me": "bad_one" }"""),
        ("cut inside an escape", "{ \"name\": \"bad\\u12"),
        ("control character", "{ \"name\": \"b\u0001d\" }"),
        ("text behind the end", BaseSpecs.EveryMember.Replace("every_member", "bad_one") + "{}"),
        ("9 MiB", BaseSpecs.EveryMember.Replace("every_member", "bad_one").Replace("First line.", new string('x', 9 << 20))),
        ("an array", "[]"),
        ("a number", "1e999999999"),
        ("a string", "\"bad_one\""),
        ("two documents", "{}{}"),
        ("comments", "// x\n{}"),
        ("single quotes", "{'name':'bad_one'}"),
        ("trailing comma", "{\"name\":\"bad_one\",}"),
        ("lone surrogate", "{\"name\":\"\\uD800\"}"),
        ("reference to itself", """{ "name": "bad_one", "description": "a", "inputSchema": { "type": "object", "properties": { "a": { "$ref": "#/$defs/a" } }, "$defs": { "a": { "$ref": "#/$defs/a" } } } }"""),
        ("number that no type holds", """{ "name": "bad_one", "description": "a", "inputSchema": { "type": "object", "properties": { "a": { "type": "integer", "minimum": 1e400, "maximum": 1e-400 } } } }"""),
        ("pattern that explodes", """{ "name": "bad_one", "description": "a", "inputSchema": { "type": "object", "properties": { "a": { "type": "string", "pattern": "((a{1,9999}){1,9999}){1,9999}(" } } } }"""),
    }.Select(row => new object[] { row.Name, row.Text }).ToArray();

    [TestMethod]
    [DynamicData(nameof(Inputs), DynamicDataDisplayName = nameof(NameOf))]
    public void Is_findings_and_disturbs_nobody(string name, string text) => AssertRefused(name, text);

    [TestMethod]
    public void Spec_cut_anywhere_is_findings_and_disturbs_nobody()
    {
        var text = BaseSpecs.EveryMember.Replace("every_member", "bad_one");
        for (var length = 1; length < text.TrimEnd().Length; length += 37) AssertRefused($"cut at {length}", text[..length]);
    }

    [TestMethod]
    public void Wrong_type_in_every_field_is_a_finding_or_harmless_and_never_a_crash()
    {
        string[] wrong = ["null", "true", "0", "-1.5e300", "\"x\"", "[]", "[[[]]]", "{}", "{\"x\":{}}", "[null,{}]"];
        var failures = new List<string>();
        foreach (var (path, text) in BaseSpecs.All.Take(4))
        {
            foreach (var (place, document) in JsonPlaces.ValuesOf(text))
            {
                foreach (var value in wrong)
                {
                    var run = GeneratorRun.Of((path, JsonPlaces.Fill(document, value)));
                    if (run.Crash() is { } crash) failures.Add($"{path} {place.Replace('\u0001', '/')} = {value}: {crash}");
                    if (run.Tools().Length != 1 || run.Tools()[0].GetDiagnostics().Any()) failures.Add($"{path} {place.Replace('\u0001', '/')} = {value}: no whole type is left");
                }
            }
        }

        Assert.IsEmpty(failures, string.Join("\n", failures.Take(20)));
    }

    [TestMethod]
    public void File_that_cannot_be_read_is_a_finding()
    {
        var driver = CSharpGeneratorDriver.Create([new ToolGenerator().AsSourceGenerator()], [new Unreadable("tools/gone.tool.json"), new Throwing("tools/locked.tool.json")], GeneratorRun.Options);

        var run = driver.RunGenerators(CSharpCompilation.Create("project")).GetRunResult();

        Assert.IsNull(run.Results[0].Exception, run.Results[0].Exception?.ToString());
        Assert.HasCount(2, run.Diagnostics);
        Assert.HasCount(2, run.Tools());
    }

    public static string NameOf(System.Reflection.MethodInfo method, object[] data) => $"{method.Name}: {data[0]}";

    private static void AssertRefused(string name, string text)
    {
        var run = GeneratorRun.Of((Path, text), BaseSpecs.All[0]);

        Assert.IsNull(run.Crash(), name);
        Assert.IsTrue(run.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error && d.Location.GetLineSpan().Path == Path), $"{name}: no error at {Path}");
        Assert.IsTrue(run.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).All(d => d.Location.GetLineSpan().Path == Path), name);
        Assert.IsTrue(run.Diagnostics.All(d => d.ToString().Length < 4_000), $"{name}: a finding as long as a book");
        Assert.AreEqual(Other, run.Tools().Single(tree => tree.FilePath.EndsWith("EveryMember.g.cs", StringComparison.Ordinal)).ToString(), name);
        Assert.HasCount(2, run.Tools(), name);
    }

    private static string Text(GeneratorDriverRunResult run) => run.Tools().Single().ToString();

    private sealed class Unreadable(string path) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => null;
    }

    private sealed class Throwing(string path) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => throw new System.IO.IOException("locked");
    }
}
