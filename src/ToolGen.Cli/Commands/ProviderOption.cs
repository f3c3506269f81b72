using System.CommandLine;
using System.Linq;
using ToolGen.Forge;
using ToolGen.Specification;
using ToolGen.Specification.Variants;

namespace ToolGen.Cli.Commands;

/// <summary><c>--provider NAME</c>: whose strict mode is meant.</summary>
internal static class ProviderOption
{
    public static Option<string?> Create(string description)
    {
        var option = new Option<string?>("--provider") { HelpName = string.Join("|", Provider.All.Select(provider => provider.Word)), Description = description };
        option.AcceptOnlyFromAmong(Provider.All.Select(provider => provider.Word).ToArray());
        return option;
    }

    /// <summary>Null where none was named.</summary>
    public static Provider? Of(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } word ? Provider.Find(word) : null;

    /// <summary>Adds to each tool what its variant for the provider says less, or otherwise.</summary>
    public static ForgedSet Add(ForgedSet set, Provider provider) => set with { Tools = set.Tools.Select(tool => Add(tool, provider)).ToArray() };

    private static ForgedTool Add(ForgedTool tool, Provider provider) => tool.Spec is not { } spec ? tool
        : tool with { Findings = tool.Findings.Concat(Variant.Of(spec, provider).Findings(spec.Source)).OrderBy(finding => finding.Place.Span.Start).ToEquatableArray() };
}
