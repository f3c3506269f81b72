using System;
using System.CommandLine;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Output;
using ToolGen.Cli.Registries;
using ToolGen.Registry;

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>toolgen import bundle FILE</c></summary>
internal static class ImportBundleCommand
{
    private static readonly Argument<string> File = new("file") { HelpName = "FILE", Description = "A file that `toolgen export --bundle` wrote." };
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("bundle", "Take the versions of a bundle into the registry, all or none, as candidates that a person looks at.", "toolgen import bundle tools.bundle.json")
        {
            File, Json, RegistryOption.Option,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        var bundle = Bundle.Read(Bytes(parsed.GetRequiredValue(File)));
        await using var registry = await RegistryOption.OpenAsync(parsed, cancellationToken);
        var versions = await registry.ImportAsync(bundle, RegistryOption.By, cancellationToken);
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(terminal.Out, json =>
            {
                json.WriteStartObject();
                json.WriteString("bundle", bundle.Hash);
                VersionJson.Array(json, "versions", versions);
                json.WriteEndObject();
            });
        }
        else
        {
            foreach (var version in versions) terminal.Out.WriteLine(Printable.Of($"{version.Name} {version.Version} {Words.Of(version.State)} {version.Id}"));
            terminal.Note($"{Words.Count(versions.Count, "version")}; what the bundle says of them nobody here has seen: `toolgen approve` forges each again");
        }

        return ExitCode.Ok;
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            using var stream = System.IO.File.OpenRead(path);
            if (stream.Length > Bundle.MaximumBytes) throw new UsageException($"{path} is larger than a bundle can be");
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot read {path}: {e.Message}");
        }
    }
}
