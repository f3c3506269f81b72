using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Generator.Tests.Hostile;

/// <summary>
/// Puts hostile text into every string and every key of real specs. Whatever it says, the tree of the generated C# keeps the
/// shape that a harmless text gives it, or the spec is refused with findings and leaves a fallback type. Where the format says C#, the
/// text may be other C#, so there the shape of types and members is held.
/// </summary>
[TestClass]
public sealed class HostileStringsTests
{
    /// <summary>Name and JSON spelling (between the quotes) of each text.</summary>
    private static readonly (string Name, string Json)[] Hostile =
    [
        ("comment end", Encode("*/ } } class Owned { } /*")),
        ("doc comment end", Encode("</summary>\n} class Owned { }")),
        ("raw string end", Encode("\"\"\"\"; } class Owned { } //")),
        ("quote", Encode("\"; System.Environment.Exit(1); \"")),
        ("line directive", Encode("x\n#line 1 \"x\"\n")),
        ("if directive", Encode("x\n#if false\n")),
        ("endif", Encode("\n#endif\n")),
        ("pragma behind U+2028", Encode("x\u2028#pragma warning disable\u2028")),
        ("pragma behind U+2029", Encode("x\u2029#pragma warning disable\u2029")),
        ("next line", Encode("x\u0085#define Y\u0085")),
        ("attribute", Encode("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"a\", \"b\")]")),
        ("verbatim identifier", Encode("@class")),
        ("unicode escape identifier", Encode("\\u0063lass")),
        ("keyword", Encode("class")),
        ("interpolation", Encode("{System.Environment.Exit(1)}")),
        ("template code", Encode("{{ 1 + 1 }} {{ include 'x' }}")),
        ("template code in a string", Encode("{{~ for i in 1..1000000000 ~}}{{~ end ~}}")),
        ("bidi", "a\\u202Eb\\u2066c"),
        ("tag character", "a\\uDB40\\uDC41b"),
        ("lone surrogate", "a\\uD800b"),
        ("null", "a\\u0000b"),
        ("carriage return", Encode("a\r#error x\r")),
        ("backslash", Encode("\\")),
        ("empty", ""),
        ("format item", Encode("{0} {1:x} {")),
        ("xml", Encode("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y \"z\">]>&y;")),
    ];

    public static IEnumerable<object[]> Specs =>
        new[] { "transform", "code", "declared" }.SelectMany(kind => Directory.GetFiles(Path.Combine(SharedData.Repository, "tests", "Specs"), "*.tool.json")
            .Order(StringComparer.Ordinal).Where(path => KindOf(path) == kind).Take(kind == "declared" ? 1 : 2))
        .Select(path => new object[] { Path.GetFileName(path) });

    [TestMethod]
    [DynamicData(nameof(Specs))]
    public void Hostile_text_in_any_string_never_changes_the_shape(string file)
    {
        var spec = JsonNode.Parse(File.ReadAllText(Path.Combine(SharedData.Repository, "tests", "Specs", file)))!;
        var problems = new List<string>();
        var places = 0;
        foreach (var (pointer, withMark) in Marked(spec))
        {
            places++;
            var outline = IsCSharp(pointer);
            var harmless = ShapeOf(file, withMark.Replace(Mark, "harmless", StringComparison.Ordinal), outline, out _);
            if (outline && harmless is null) harmless = ShapeOf(file, spec.ToJsonString(), outline, out _);
            foreach (var (name, json) in Hostile)
            {
                var shape = ShapeOf(file, withMark.Replace(Mark, json, StringComparison.Ordinal), outline, out var verdict);
                if (verdict is Verdict.Broken || (verdict is Verdict.Generated && harmless is not null && shape != harmless))
                    problems.Add($"{pointer}: {name}: {verdict}");
            }
        }

        Assert.IsGreaterThan(10, places);
        Assert.IsEmpty(problems, string.Join('\n', problems.Take(20)));
    }

    [TestMethod]
    public void A_megabyte_in_any_text_is_a_literal_or_a_finding()
    {
        var path = Directory.GetFiles(Path.Combine(SharedData.Repository, "tests", "Specs"), "*.tool.json").Order(StringComparer.Ordinal).First(p => KindOf(p) == "code");
        var file = Path.GetFileName(path);
        var megabyte = new string('x', 1 << 20);
        foreach (var (pointer, withMark) in Marked(JsonNode.Parse(File.ReadAllText(path))!))
        {
            ShapeOf(file, withMark.Replace(Mark, megabyte, StringComparison.Ordinal), outline: true, out var verdict);
            Assert.AreNotEqual(Verdict.Broken, verdict, pointer);
        }
    }

    private const string Mark = "@@mark@@";

    private enum Verdict
    {
        Generated,
        Refused,
        Broken,
    }

    /// <summary>The shape of the spec's own file; null where the spec is refused.</summary>
    private static string? ShapeOf(string file, string text, bool outline, out Verdict verdict)
    {
        var run = GeneratorRun.Of(("/specs/" + file, text));
        var refused = run.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
        var ownFault = run.Exception is not null || run.Diagnostics.Any(d => d.Id.StartsWith("TG9", StringComparison.Ordinal));
        var parses = run.GeneratedSources.All(source => !source.SyntaxTree.GetDiagnostics().Any());
        verdict = ownFault || !parses ? Verdict.Broken : refused ? Verdict.Refused : Verdict.Generated;
        return verdict == Verdict.Generated ? string.Join('|', run.GeneratedSources.Select(source => SyntaxShape.Of(source.SyntaxTree, outline))) : null;
    }

    /// <summary>Places where SPEC §1.1 says C#: everything below the implementation but texts, patterns and words.</summary>
    private static bool IsCSharp(string pointer) =>
        pointer.StartsWith("/implementation/", StringComparison.Ordinal) && !pointer.EndsWith('#')
        && (pointer.Contains("/body", StringComparison.Ordinal) || pointer.Contains("/steps/", StringComparison.Ordinal)
            || pointer.Contains("/let/", StringComparison.Ordinal) || pointer.Contains("/result", StringComparison.Ordinal)
            || pointer.EndsWith("/when", StringComparison.Ordinal) || pointer.EndsWith("/source", StringComparison.Ordinal));

    /// <summary>The spec once for each string value and each key, with a mark in its place.</summary>
    private static IEnumerable<(string Pointer, string Text)> Marked(JsonNode spec)
    {
        foreach (var pointer in Pointers(spec, ""))
        {
            var copy = spec.DeepClone();
            var (parent, last) = Walk(copy, pointer.TrimEnd('#'));
            if (pointer.EndsWith('#'))
            {
                var members = parent.AsObject().ToList();
                parent.AsObject().Clear();
                foreach (var (key, value) in members) parent.AsObject().Add(key == last ? Mark : key, value);
            }
            else if (parent is JsonArray array)
            {
                array[int.Parse(last, System.Globalization.CultureInfo.InvariantCulture)] = Mark;
            }
            else
            {
                parent[last] = Mark;
            }

            yield return (pointer, copy.ToJsonString(new() { WriteIndented = true }));
        }
    }

    private static IEnumerable<string> Pointers(JsonNode? node, string at)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (key, value) in members)
                {
                    var inner = at + "/" + key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
                    yield return inner + "#";
                    foreach (var pointer in Pointers(value, inner)) yield return pointer;
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                    foreach (var pointer in Pointers(items[i], at + "/" + i)) yield return pointer;
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                yield return at;
                break;
        }
    }

    private static (JsonNode Parent, string Last) Walk(JsonNode root, string pointer)
    {
        var parts = pointer[1..].Split('/').Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        foreach (var part in parts[..^1])
            root = (root is JsonArray array ? array[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)] : root[part])!;
        return (root, parts[^1]);
    }

    private static string KindOf(string path) =>
        JsonNode.Parse(File.ReadAllText(path))!["implementation"] is { } implementation ? (string?)implementation["kind"] ?? "" : "declared";

    private static string Encode(string text) => JsonEncodedText.Encode(text).ToString();
}
