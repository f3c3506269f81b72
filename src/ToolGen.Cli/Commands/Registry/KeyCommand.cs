using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Output;
using ToolGen.Cli.Registries;
using ToolGen.Cli.Terminals;
using ToolGen.Registry;

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>toolgen key new|list|trust|withdraw</c></summary>
internal static class KeyCommand
{
    private static readonly Option<string> Name = new("--name") { HelpName = "NAME", Description = "Whose key it is, for others to read; your user name unless given.", DefaultValueFactory = _ => Environment.UserName };
    private static readonly Argument<string> Public = new("public") { HelpName = "PUBLIC", Description = "The public key that `toolgen key new` printed on the other person's machine." };
    private static readonly Argument<string> Id = new("key") { HelpName = "KEY", Description = "The key's id, or its beginning." };
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("key", "Keys of the people who approve: make one, list them, let another one in, take one back.",
            "toolgen key new", "toolgen key new --key keys/anna.key.pem --name Anna", "toolgen key list", "toolgen key trust MFkwEw… --name Ben", "toolgen key withdraw 3f9a0c1d");
        command.Add(Make("new", "Make a key; its passphrase is asked for twice at the terminal. In a registry without keys it is the first, and trusted.", NewAsync, Name, KeyOption.Option));
        command.Add(Make("list", "List the keys of the registry.", ListAsync));
        var trust = Make("trust", "Let the key of another person in, signed with yours.", TrustAsync, Name, KeyOption.Option);
        trust.Add(Public);
        command.Add(trust);
        var withdraw = Make("withdraw", "Take a key back for good, signed with yours: what it approved no longer counts as approved.", WithdrawAsync, KeyOption.Option);
        withdraw.Add(Id);
        command.Add(withdraw);
        return command;
    }

    private static Command Make(string name, string description, Func<ParseResult, CancellationToken, Task<int>> run, params Option[] options)
    {
        var command = new Command(name, description) { Json, RegistryOption.Option };
        foreach (var option in options) command.Add(option);
        command.SetAction(run);
        return command;
    }

    private static async Task<int> NewAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = KeyOption.PathOf(parsed);
        if (File.Exists(path)) throw new UsageException($"there is a key at {path} already, and a key is never written over: --key names another file");
        using var person = TerminalDevice.Open("making a key");
        await using var registry = await RegistryOption.OpenAsync(parsed, cancellationToken);
        using var key = ApproverKey.Create();
        var passphrase = await person.AskHiddenAsync($"a passphrase for {path}, at least {ApproverKey.ShortestPassphrase} characters: ", cancellationToken);
        var again = await person.AskHiddenAsync("the same again: ", cancellationToken);
        try
        {
            if (!passphrase.AsSpan().SequenceEqual(again)) throw new PersonException("the two are not the same. Nothing was done");
            Save(key, path, passphrase);
        }
        finally
        {
            Array.Clear(passphrase);
            Array.Clear(again);
        }

        var isFirst = registry.Keys.Count == 0;
        if (isFirst) await registry.GrantAsync(key.SignIn(registry.Id, parsed.GetRequiredValue(Name), registry.Options.Time.GetUtcNow()), cancellationToken);
        return Tell(parsed, key.Id, key.Public, isFirst
            ? "the first key of this registry: it is trusted"
            : $"not trusted yet: whoever may approve runs `toolgen key trust {key.Public} --name {parsed.GetRequiredValue(Name)}`");
    }

    private static void Save(ApproverKey key, string path, ReadOnlySpan<char> passphrase)
    {
        try
        {
            key.Save(path, passphrase);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"cannot write {path}: {e.Message}");
        }
    }

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(terminal.Out, json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("keys");
                foreach (var key in registry.Keys)
                {
                    json.WriteStartObject();
                    json.WriteString("id", key.Id);
                    json.WriteString("name", key.Name);
                    json.WriteBoolean("trusted", key.IsTrusted);
                    json.WriteBoolean("first", key.IsFirst);
                    json.WriteString("public", key.Public);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
            return ExitCode.Ok;
        }

        var table = new TextTable(terminal, "key", "name", "state");
        foreach (var key in registry.Keys) table.Add(key.IsTrusted ? Mood.Fine : Mood.Wrong, Words.Short(key.Id), key.Name, key.IsTrusted ? key.IsFirst ? "trusted, the first" : "trusted" : "withdrawn");
        table.Write();
        terminal.Note(Words.Count(registry.Keys.Count, "key"));
        return ExitCode.Ok;
    }

    private static async Task<int> TrustAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetRequiredValue(Name);
        using var person = TerminalDevice.Open("letting a key in");
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        var id = IdOf(parsed.GetRequiredValue(Public));
        person.Write($"This lets the key {id} in, of {name}: it may approve in this registry from now on.\n");
        using var mine = await KeyOption.OpenAsync(parsed, person, cancellationToken);
        await registry.GrantAsync(mine.Sign(Grant(registry, id, parsed.GetRequiredValue(Public), name, withdraws: false)), cancellationToken);
        return Tell(parsed, id, parsed.GetRequiredValue(Public), "trusted");
    }

    private static async Task<int> WithdrawAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var person = TerminalDevice.Open("taking a key back");
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        var text = parsed.GetRequiredValue(Id);
        var key = registry.Keys.Where(one => text.Length >= 8 && one.Id.StartsWith(text, StringComparison.Ordinal)).ToArray() is [var only]
            ? only
            : throw new UsageException($"no key, or more than one, has an id that begins with {text}; `toolgen key list` prints them");
        person.Write($"This takes the key {key.Id} of {key.Name} back for good: what it approved no longer counts as approved.\n");
        using var mine = await KeyOption.OpenAsync(parsed, person, cancellationToken);
        await registry.GrantAsync(mine.Sign(Grant(registry, key.Id, key.Public, key.Name, withdraws: true)), cancellationToken);
        return Tell(parsed, key.Id, key.Public, "withdrawn");
    }

    private static KeyGrant Grant(IToolRegistry registry, string id, string publicKey, string name, bool withdraws) => new()
    {
        Registry = registry.Id,
        Withdraws = withdraws,
        Key = id,
        Public = publicKey,
        Name = name,
        At = DateTimeOffset.FromUnixTimeSeconds(registry.Options.Time.GetUtcNow().ToUnixTimeSeconds()),
        By = "",
        Signature = "",
    };

    private static string IdOf(string publicKey)
    {
        var bytes = new byte[publicKey.Length];
        return Convert.TryFromBase64String(publicKey, bytes, out var count) && count > 0
            ? Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes.AsSpan(0, count)))
            : throw new UsageException("this is no public key: it is the line that `toolgen key new` prints");
    }

    private static int Tell(ParseResult parsed, string id, string publicKey, string how)
    {
        var terminal = parsed.Terminal();
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(terminal.Out, json =>
            {
                json.WriteStartObject();
                json.WriteString("id", id);
                json.WriteString("public", publicKey);
                json.WriteString("state", how);
                json.WriteEndObject();
            });
        }
        else
        {
            terminal.Out.WriteLine(id);
            terminal.Out.WriteLine(publicKey);
            terminal.Note(how);
        }

        return ExitCode.Ok;
    }
}
