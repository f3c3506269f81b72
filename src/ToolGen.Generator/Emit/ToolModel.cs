using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Generator.Gate;
using ToolGen.Generator.Kinds;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification;
using ToolGen.Specification.Specs;
using ToolGen.Specification.Variants;

namespace ToolGen.Generator.Emit;

/// <summary>What <c>Tool.sbn</c> prints: every decision made.</summary>
internal sealed record ToolModel
{
    public required string Namespace { get; init; }

    public required string ClassName { get; init; }

    public required string Summary { get; init; }

    public required bool HasScope { get; init; }

    /// <summary>The closed scope's types under names that no type of the consumer can take.</summary>
    public IEnumerable<KeyValuePair<string, string>> Aliases => this.Kind == "code" ? ScopeTypes.All.Concat(ScopeTypes.OfBodies) : ScopeTypes.All;

    /// <summary>The namespace of the nominal types; empty where the tool uses none of its own assembly.</summary>
    public required string Nominals { get; init; }

    public required string Input { get; init; }

    public required string Output { get; init; }

    /// <summary>The two as the class's base list writes them.</summary>
    public required string Arguments { get; init; }

    public required string ReadInput { get; init; }

    public required string WriteOutput { get; init; }

    public required string Members { get; init; }

    public required ToolTypes Types { get; init; }

    public required string Kind { get; init; }

    public required string McpTool { get; init; }

    /// <summary>Where what the descriptor is read from stands.</summary>
    public required string Data { get; init; }

    /// <summary>What <c>ToolVariant</c> is made from, for each provider but the last.</summary>
    public required IReadOnlyList<StrictText> Strict { get; init; }

    /// <summary>The last provider's.</summary>
    public required string StrictRest { get; init; }

    /// <summary>What makes the contract's <c>ToolLimits</c>, behind <c>new</c>; empty for the defaults.</summary>
    public required string Limits { get; init; }

    public static ToolModel Of(ToolSpec spec, string nameSpace, KindWork work, Kind kind, KindCode code, string mcpTool)
    {
        var openAI = Variant.Of(spec, Provider.OpenAI).Print();
        var anthropic = Variant.Of(spec, Provider.Anthropic).Print();
        return new()
        {
            Namespace = nameSpace,
            ClassName = work.ClassName,
            Summary = CSharpText.Comment(spec.Description.Value),
            HasScope = code.HasScope,
            Nominals = work.Types.Nominals.Any(nominal => nominal.FullName is null) ? nameSpace + "." + NominalNames.Folder : "",
            Input = work.Input.TypeName,
            Output = work.Output.TypeName,
            Arguments = $"{work.Input.NameOutside(work.ClassName)}, {work.Output.NameOutside(work.ClassName)}",
            ReadInput = work.Input.Read,
            WriteOutput = work.Output.Write("v"),
            Members = code.Members.TrimEnd('\n'),
            Types = work.Types,
            Kind = kind.Word,
            McpTool = mcpTool,
            Data = PublishedTool.PlaceOf(nameSpace, work.ClassName),
            Strict = openAI == anthropic ? [] : [new("OpenAI", openAI)],
            StrictRest = anthropic,
            Limits = LimitsOf(spec.Limits),
        };
    }

    private static string LimitsOf(Limits limits)
    {
        var standard = new Limits();
        var members = new List<string>();
        if (limits.Http != standard.Http) members.Add($"Http = {Text(limits.Http)}");
        if (limits.Sql != standard.Sql) members.Add($"Sql = {Text(limits.Sql)}");
        if (limits.Tools != standard.Tools) members.Add($"Tools = {Text(limits.Tools)}");
        if (limits.Rows != standard.Rows) members.Add($"Rows = {Text(limits.Rows)}");
        if (limits.Groups != standard.Groups) members.Add($"Groups = {Text(limits.Groups)}");
        if (members.Count == 0 && limits.TimeoutMilliseconds == standard.TimeoutMilliseconds && limits.OutputBytes == standard.OutputBytes) return "";
        var first = $"global::System.TimeSpan.FromMilliseconds({Text(limits.TimeoutMilliseconds)}), {Text(limits.OutputBytes)}";
        return members.Count == 0 ? $"({first})" : $"({first}) {{ {string.Join(", ", members)} }}";
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture) + "L";
}

/// <summary>A provider of the contract's <c>StrictProvider</c>, and the tool's variant for it as <see cref="Variant.Print"/> makes it.</summary>
internal sealed record StrictText(string Provider, string Json);
