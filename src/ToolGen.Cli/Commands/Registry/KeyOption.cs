using System;
using System.CommandLine;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Terminals;
using ToolGen.Registry;

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>--key FILE</c>: the key of the person who approves. Its passphrase comes from the terminal alone.</summary>
internal static class KeyOption
{
    public static readonly Option<string?> Option = new("--key")
    {
        HelpName = "FILE",
        Description = "Your key; toolgen/approver.key.pem in your folder for settings unless given. Its passphrase is asked for at the terminal, and taken from nowhere else.",
    };

    /// <summary>Where the key lies.</summary>
    public static string PathOf(ParseResult parsed) => Path.GetFullPath(parsed.GetValue(Option) ?? Path.Combine(RegistryOptions.SettingsFolder, "approver.key.pem"));

    /// <summary>Asks for the passphrase and opens the key.</summary>
    /// <exception cref="UsageException">There is no key.</exception>
    /// <exception cref="RegistryException">The passphrase does not open it.</exception>
    public static async Task<ApproverKey> OpenAsync(ParseResult parsed, TerminalDevice person, CancellationToken cancellationToken)
    {
        var path = PathOf(parsed);
        RequireFile(path);
        var passphrase = await person.AskHiddenAsync($"passphrase of {path}: ", cancellationToken);
        try
        {
            return ApproverKey.Open(path, passphrase);
        }
        finally
        {
            Array.Clear(passphrase);
        }
    }

    /// <exception cref="UsageException">There is none.</exception>
    public static void RequireFile(string path)
    {
        if (!File.Exists(path)) throw new UsageException($"there is no key at {path}: `toolgen key new` makes one, --key names another");
    }
}
