using System;
using System.CommandLine;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Registry;

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>--registry FOLDER</c>: where versions are kept.</summary>
internal static class RegistryOption
{
    public static readonly Option<string?> Option = new("--registry")
    {
        HelpName = "FOLDER",
        Description = $"The folder of the registry. Unless given: what the environment variable {RegistryOptions.Variable} names, else toolgen in your folder for data.",
    };

    /// <summary>Who stands in the log for what this command does.</summary>
    public static string By => "cli:" + Environment.UserName;

    /// <summary>Opens it, and makes it where there is none.</summary>
    public static Task<IToolRegistry> OpenAsync(ParseResult parsed, CancellationToken cancellationToken) => SqliteRegistry.OpenAsync(Of(parsed), cancellationToken);

    /// <summary>Opens one that is there.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static Task<IToolRegistry> RequireAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = Of(parsed);
        return File.Exists(Path.Combine(options.Folder, "registry.db"))
            ? SqliteRegistry.OpenAsync(options, cancellationToken)
            : throw new UsageException($"there is no registry in {options.Folder}: `toolgen add PATH` makes one, --registry names another folder");
    }

    /// <summary>Where it lies.</summary>
    public static RegistryOptions Of(ParseResult parsed) => RegistryOptions.For(parsed.GetValue(Option) is { } folder ? Path.GetFullPath(folder) : null);
}
