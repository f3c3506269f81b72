using ToolGen.Cli.Output;
using ToolGen.Cli.Registries;
using ToolGen.Registry;

namespace ToolGen.Cli.Commands.Registry;

/// <summary>Where a version stands after a command.</summary>
internal static class Outcome
{
    private static void Show(Terminal terminal, StoredVersion version) =>
        terminal.Out.WriteLine(Printable.Of($"{version.Name} {version.Version} {Words.Of(version.State)} {version.Id}"));

    private static void Write(Terminal terminal, StoredVersion version) => JsonOutput.Write(terminal.Out, json =>
    {
        json.WriteStartObject();
        VersionJson.Members(json, version);
        json.WriteEndObject();
    });

    /// <summary>Prints it, as a line or as JSON.</summary>
    public static int Tell(Terminal terminal, StoredVersion version, bool json)
    {
        if (json) Write(terminal, version);
        else Show(terminal, version);
        return ExitCode.Ok;
    }
}
