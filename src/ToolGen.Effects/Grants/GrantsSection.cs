using System.IO;
using System.Linq;
using Microsoft.Extensions.Configuration;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Grants;

namespace ToolGen.Effects;

/// <summary>Reads the same grants from the configuration section <c>ToolGen</c>. Its findings stand at configuration keys.</summary>
public static class GrantsSection
{
    /// <summary>The name of the section.</summary>
    public const string Name = "ToolGen";

    /// <summary>Reads the section <see cref="Name"/>; one that is not there grants nothing.</summary>
    /// <param name="configuration">The application's.</param>
    /// <param name="folder">What relative paths count from, such as the application's content root.</param>
    public static GrantsReading Read(IConfiguration configuration, string folder)
    {
        var section = configuration.GetSection(Name);
        var keys = GrantKeys.Read(Name, section.AsEnumerable(makePathsRelative: true).Where(pair => pair.Key.Length > 0));
        var sink = new FindingSink(keys.Source);
        GrantsFormat.Check(keys.Value, sink);
        var read = GrantsBuilder.Build(keys.Value, null, Path.GetFullPath(folder), sink);
        return read with { Findings = read.Findings.Select(keys.Named).ToEquatableArray() };
    }
}
