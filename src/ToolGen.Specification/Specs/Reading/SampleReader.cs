using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>Reads samples, and checks them against the schemas where those could be read.</summary>
/// <param name="Input">The input's plan, or null.</param>
/// <param name="Output">The output's plan, or null.</param>
/// <param name="Errors">The codes a sample may expect; null: any.</param>
/// <param name="Sink">Takes the findings.</param>
internal sealed record SampleReader(SchemaPlan? Input, SchemaPlan? Output, HashSet<string>? Errors, FindingSink Sink)
{
    private readonly Dictionary<SchemaPlan, SchemaWalk> walks = [];

    public IReadOnlyList<Sample> Read(JsonNode? list) =>
        list is not JsonArray samples ? [] : samples.Items.OfType<JsonObject>().Select(this.Sample).OfType<Sample>().ToArray();

    public Given? Given(JsonNode? node)
    {
        if (node is not JsonObject given) return null;
        var now = given["now"] as JsonString;
        if (now is not null && !DateTimeFormats.IsDateTime(now.Value.AsSpan())) this.Sink.Add(FindingCatalog.BadInstant, now.Span, Shown.Text(now.Value));
        return new(given)
        {
            Http = (given["http"] as JsonArray)?.Items,
            Files = this.Files(given["files"] as JsonObject),
            Sql = given["sql"],
            Tools = (given["tools"] as JsonArray)?.Items,
            Secrets = given["secrets"] as JsonObject,
            Settings = given["settings"] as JsonObject,
            Now = now?.Value,
            Random = given["random"],
        };
    }

    private Sample? Sample(JsonObject node)
    {
        if (node["input"] is not { } input) return null;
        var (code, pointer) = this.Error(node["error"] as JsonString);
        var given = this.Given(node["given"]);
        var isUnknown = node["output"] is JsonString { Value: "?" };
        if (this.Input is not null)
        {
            input = SampleLines.Join(this.Input, input);
            if (code != "invalid_input") this.Check(this.Input, input, FindingCatalog.SampleInput);
        }

        var output = isUnknown ? null : node["output"];
        if (this.Output is not null && output is not null)
        {
            output = SampleLines.Join(this.Output, output);
            this.Check(this.Output, output, FindingCatalog.SampleOutput);
        }

        return new(node)
        {
            Name = (node["name"] as JsonString)?.Value,
            Input = input,
            Output = output,
            OutputUnknown = isUnknown,
            ErrorCode = code,
            ErrorPointer = pointer,
            Given = given,
            Expect = this.Expect(node["expect"] as JsonObject),
            Compare = Compare(node["compare"] as JsonObject),
        };
    }

    private (string? Code, string? Pointer) Error(JsonString? error)
    {
        if (error is null) return (null, null);
        var blank = error.Value.IndexOf(' ');
        var code = blank < 0 ? error.Value : error.Value.Substring(0, blank);
        if (this.Errors is not null && !this.Errors.Contains(code))
        {
            var meant = Fixes.Aliases.ErrorCode(code) ?? NearMiss.Of(code, this.Errors);
            this.Sink.Add(FindingCatalog.UnknownError, error.Span, Shown.Text(code), meant is null ? "one of " + Shown.List(ErrorCodes.All) : Shown.Quoted(meant));
        }

        return (code, blank < 0 ? null : error.Value.Substring(blank + 1));
    }

    private void Check(SchemaPlan plan, JsonNode value, FindingDescriptor descriptor)
    {
        if (!this.walks.TryGetValue(plan, out var walk)) this.walks.Add(plan, walk = new(plan.Definitions));

        // All samples share the caps of one check: the one finding that it costs too much is enough.
        if (walk.IsExhausted) return;
        foreach (var violation in walk.Check(plan.Root, value).Take(8))
            this.Sink.Add(descriptor, Pointers.Find(value, violation.Pointer).Span, Shown.Text(violation.Pointer), violation.Message + (violation.Given is null ? "" : ", given " + violation.Given));
    }

    private JsonObject? Expect(JsonObject? expect)
    {
        if (expect?["files"] is not JsonObject files) return expect;
        var members = expect.Members.Select(member => member.Name == "files" ? new JsonMember(member.Name, member.NameSpan, this.Files(files)!) : member).ToArray();
        return new(members, expect.Span);
    }

    // Lines of a file each end with LF (SPEC §7).
    private JsonObject? Files(JsonObject? files)
    {
        if (files is null) return null;
        foreach (var member in files.Members)
        {
            var path = member.Name;
            if (path.Length == 0 || path[0] is '/' or '~' || path.IndexOf('\\') >= 0 || path.IndexOf(':') is >= 0 and < 3 || Array.Exists(path.Split('/'), part => part is "" or "." or ".."))
                this.Sink.Add(FindingCatalog.BadPath, member.NameSpan, Shown.Text(path), "isn't a plain relative path");
        }

        return new(files.Members.Select(member => new JsonMember(member.Name, member.NameSpan, Contents(member.Value))).ToArray(), files.Span);
    }

    private static JsonNode Contents(JsonNode node) => node is JsonArray lines && Texts.Of(lines) is { } text
        ? new JsonString(lines.Items.Count == 0 ? "" : text.Value + "\n", node.Span)
        : node;

    private static Compare Compare(JsonObject? node) => node is null ? new() : new()
    {
        Tolerance = node["tolerance"] is JsonNumber number && double.TryParse(number.Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var tolerance) ? tolerance : null,
        Unordered = Strings(node["unordered"]),
        Ignore = Strings(node["ignore"]),
    };

    private static IReadOnlyList<string> Strings(JsonNode? node) => node is JsonArray list ? list.Items.OfType<JsonString>().Select(item => item.Value).ToArray() : [];
}
