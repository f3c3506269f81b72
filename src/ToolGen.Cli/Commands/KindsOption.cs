using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using ToolGen.Cli.Output;
using ToolGen.Forge.Specs;
using ToolGen.Generator.Kinds.Own;
using ToolGen.Specification;

namespace ToolGen.Cli.Commands;

/// <summary>
/// <c>--kinds FOLDER</c>: the project's own kinds. There is no default: a template becomes code, so the folder of a spec, which a model may
/// have written, is never searched by itself.
/// </summary>
internal static class KindsOption
{
    public static readonly Option<string?> Option = new("--kinds")
    {
        HelpName = "FOLDER",
        Description = "Where the project's own kinds are (NAME.tool.sbn with NAME.tool.schema.json). Unless given there are none: their templates become code, so name only a folder you trust.",
    };

    /// <summary>Reads them, and prints what could not be read.</summary>
    /// <exception cref="UsageException">The folder is not there, or has a file that cannot be read.</exception>
    public static EquatableArray<OwnKindDefinition> Read(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Option) is not { } folder) return [];
        if (!Directory.Exists(folder)) throw new UsageException($"no such folder: {folder}");
        var set = KindSet.Below(folder, cancellationToken);
        FindingText.Write(terminal.Error, set.Findings, terminal.ColorError);
        if (set.Findings.Count > 0) throw new UsageException($"the kinds below {folder} can't be read: see above");
        return set.Kinds;
    }
}
