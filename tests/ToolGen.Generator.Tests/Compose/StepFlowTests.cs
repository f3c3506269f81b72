using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Generator.Tests.Compose;

/// <summary>A value of a server's answer handed to a tool that opens the file which it names, and what lies between.</summary>
[TestClass]
public sealed class StepFlowTests
{
    private const string Name = """{"type": "string"}""";

    [TestMethod]
    public void Finding_tells_the_step_the_member_the_tool_and_the_way() =>
        StringAssert.Contains(Found(Save()).Single(), "step saved gives /name what came from outside (page.Title of read_page), and save_note writes the file that it names");

    [TestMethod]
    public void It_stands_at_the_value_in_the_arguments()
    {
        var place = All(Save()).Single().Place;
        StringAssert.StartsWith(Composite("{page.title}").Substring(place.Span.Start), "\"{page.title}\"");
    }

    [TestMethod]
    public void Build_and_editor_say_it() =>
        StringAssert.Contains(string.Join("\n", Project.Of([.. Specs(Save()).Select(text => ("/p/" + TestSpec.PathOf(text), text))]).Diagnostics), "TG3030");

    [TestMethod]
    [DataRow("""{"type": "string", "pattern": "^[a-z0-9-]{1,40}$"}""", 0, DisplayName = "pattern of the whole")]
    [DataRow("""{"type": "string", "enum": ["a", "b"]}""", 0, DisplayName = "enum")]
    [DataRow("""{"type": "string", "pattern": "[a-z0-9-]{1,40}"}""", 1, DisplayName = "pattern of a part")]
    [DataRow("""{"type": "string", "pattern": "^[a-z]+$|x"}""", 1, DisplayName = "pattern with an open alternative")]
    [DataRow("""{"type": "string", "pattern": "^[^.]+$"}""", 1, DisplayName = "pattern that takes slashes")]
    [DataRow("""{"type": "string", "maxLength": 20}""", 1, DisplayName = "length alone")]
    public void Schema_of_the_member_bounds_what_arrives(string schema, int findings) => Assert.HasCount(findings, Found(Save(schema)));

    [TestMethod]
    [DataRow("if (!Regex.IsMatch(input.Name, \"^[a-z]+$\")) throw Fail(\"bad\", \"bad\");", 0, DisplayName = "pattern of the whole")]
    [DataRow("if (!Regex.IsMatch(input.Name, \"[a-z]+\")) throw Fail(\"bad\", \"bad\");", 1, DisplayName = "pattern of a part")]
    [DataRow("if (string.IsNullOrEmpty(input.Name)) throw Fail(\"bad\", \"bad\");", 1, DisplayName = "only that there is one")]
    [DataRow("if (!input.Name.All(c => char.IsAsciiLetter(c) || c == '-')) throw Fail(\"bad\", \"bad\");", 0, DisplayName = "each character")]
    [DataRow("var other = input.Name.Replace(\"..\", \"\");", 1, DisplayName = "another value")]
    public void Check_in_code_bounds_what_arrives(string check, int findings) => Assert.HasCount(findings, Found(Save(check: check)));

    [TestMethod]
    public void Check_behind_the_use_does_not_count() =>
        Assert.HasCount(1, Found(Save(after: "if (!Regex.IsMatch(input.Name, \"^[a-z]+$\")) throw Fail(\"bad\", \"bad\");")));

    [TestMethod]
    public void Rule_of_fail_counts() =>
        Assert.AreEqual("", string.Join("\n", Found(Save(), more: """, "fail": [{"when": "page.Title.Any(c => !char.IsAsciiLetter(c))", "code": "bad", "message": "bad"}]""")));

    [TestMethod]
    public void Value_passes_through_let() => Assert.HasCount(1, Found(Save(), "{title}", """, "let": {"title": "page.Title.Trim()"}"""));

    [TestMethod]
    public void Caller_s_own_input_is_no_finding() => Assert.IsEmpty(Found(Save(), "{own}"));

    private static string Save(string schema = Name, string check = "", string after = "") => $$$"""
        {"name": "save_note", "description": "Saves a note.", "inputSchema": {"type": "object", "properties": {"name": {{{schema}}}}, "required": ["name"]},
         "outputSchema": {"type": "object", "properties": {"done": {"type": "boolean"}}, "required": ["done"]}, "capabilities": ["write notes/**"], "examples": [{"input": {"no_such": 1}, "error": "invalid_input /no_such"}],
         "implementation": {"kind": "code", "body": {{{JsonWriter.Compact(new JsonString(check + """ using var outputs = context.Files.BeginWrite(); outputs.Create($"notes/{input.Name}.md", replace: true); outputs.Commit(); """ + after + " return new() { Done = true };", default))}}}}}
        """;

    private static string Composite(string value, string more = "") => $$$"""
        {"name": "keep_page", "description": "Keeps a page.", "inputSchema": {"type": "object", "properties": {"own": {"type": "string"}}, "required": ["own"]},
         "outputSchema": {"type": "object", "properties": {"done": {"type": "boolean"}}, "required": ["done"]}, "examples": [{"input": {"no_such": 1}, "error": "invalid_input /no_such"}],
         "implementation": {"kind": "compose", "steps": {"page": {"tool": "read_page"}, "saved": {"tool": "save_note", "input": {"name": "{{{value}}}"}, "after": "page"}}, "result": {"done": "saved.Done"}{{{more}}}}}
        """;

    private static string[] Specs(string save, string value = "{page.title}", string more = "") =>
    [
        """{"name": "read_page", "description": "Reads a page.", "inputSchema": {"type": "object"}, "outputSchema": {"type": "object", "properties": {"title": {"type": "string"}}, "required": ["title"]}, "implementation": {"kind": "http", "url": "https://example.com/page"}, "examples": [{"input": {"no_such": 1}, "error": "invalid_input /no_such"}]}""",
        save,
        Composite(value, more),
    ];

    private static List<string> Found(string save, string value = "{page.title}", string more = "") => [.. All(save, value, more).Select(finding => finding.Message)];

    private static List<Finding> All(string save, string value = "{page.title}", string more = "")
    {
        var specs = Specs(save, value, more).Select(TestSpec.Read).ToArray();
        var options = GenerationOptions.Among(specs);
        return [.. specs.SelectMany(spec => ToolSource.Generate(spec, options).Findings).Where(finding => finding.Id == "TG3030" || finding.Severity == FindingSeverity.Error)];
    }
}
