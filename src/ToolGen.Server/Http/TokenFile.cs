using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading;

namespace ToolGen.Server.Http;

/// <summary>
/// The principals of a server and the hashes of their tokens: <c>{"tokens": [{"principal": "alice", "sha256": "…"}]}</c>. A token has 256 random bits, so that its hash gives it
/// away to nobody. A file that changed is read again: who is taken out of it is refused from then on.
/// </summary>
public sealed class TokenFile
{
    private const int MaximumBytes = 1 << 20;
    private const int MaximumTokens = 1_000;
    private const int LongestPrincipal = 100;
    private const int LongestToken = 200;
    private const string Prefix = "toolgen_";

    private static readonly JsonWriterOptions Layout = new() { Indented = true };

    private readonly Lock gate = new();
    private readonly string path;
    private readonly TimeProvider time;
    private readonly Action<string>? log;
    private Entry[] entries;
    private (DateTime Written, long Length) seen;
    private long looked;

    private TokenFile(string path, Entry[] entries, (DateTime Written, long Length) seen, TimeProvider time, Action<string>? log) =>
        (this.path, this.entries, this.seen, this.time, this.log, this.looked) = (path, entries, seen, time, log, time.GetTimestamp());

    /// <summary>Reads it.</summary>
    /// <exception cref="TokenFileException">It cannot be read, or says something else than was meant.</exception>
    public static TokenFile Read(string path, TimeProvider? time = null, Action<string>? log = null)
    {
        var full = Path.GetFullPath(path);
        var seen = Seen(full);
        return new(full, Parse(full), seen, time ?? TimeProvider.System, log);
    }

    /// <summary>Adds a principal to a file, which is made where there is none, and answers its token: nobody can read it from the file afterwards.</summary>
    /// <exception cref="TokenFileException">The file or the name is none.</exception>
    public static string Add(string path, string principal)
    {
        var full = Path.GetFullPath(path);
        if (!IsPrincipal(principal)) throw new TokenFileException($"a principal has 1 to {LongestPrincipal} letters, digits and . _ - @");
        Entry[] entries = File.Exists(full) ? Parse(full) : [];
        if (entries.Length >= MaximumTokens) throw new TokenFileException($"{path} has {entries.Length} tokens, which is as many as it may");
        var token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        Write(full, [.. entries, new(principal, HashOf(token))]);
        return token;
    }

    /// <summary>Whose token it is; null: nobody's. It takes the same time whichever it is.</summary>
    public string? PrincipalOf(string token)
    {
        this.Refresh();
        if (token.Length > LongestToken) return null;
        var hash = HashOf(token);
        string? principal = null;
        foreach (var entry in this.entries)
            if (CryptographicOperations.FixedTimeEquals(entry.Hash, hash)) principal = entry.Principal;
        return principal;
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static bool IsPrincipal(string text) => text.Length is > 0 and <= LongestPrincipal && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '@');

    private static (DateTime Written, long Length) Seen(string path) => new FileInfo(path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : default;

    private static Entry[] Parse(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length > MaximumBytes) throw new TokenFileException($"{path} has more than {MaximumBytes} bytes");
            using var document = JsonDocument.Parse(file, new JsonDocumentOptions { MaxDepth = 8 });
            Entry[] entries = [.. Members(document.RootElement, path, "tokens") is [("tokens", { ValueKind: JsonValueKind.Array } list)] ? list.EnumerateArray().Select(one => EntryOf(one, path)) : throw Wrong(path)];
            return entries.Length <= MaximumTokens ? entries : throw new TokenFileException($"{path} has {entries.Length} tokens, and {MaximumTokens} are allowed");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new TokenFileException($"{path} can't be read as a file of tokens: {e.Message}");
        }
    }

    private static Entry EntryOf(JsonElement node, string path)
    {
        var members = Members(node, path, "principal", "sha256");
        var principal = members.FirstOrDefault(member => member.Name == "principal").Value;
        var hash = members.FirstOrDefault(member => member.Name == "sha256").Value;
        if (principal.ValueKind != JsonValueKind.String || hash.ValueKind != JsonValueKind.String || !IsPrincipal(principal.GetString()!) || hash.GetString() is not { Length: 64 } text || !text.All(char.IsAsciiHexDigit)) throw Wrong(path);
        return new(principal.GetString()!, Convert.FromHexString(text));
    }

    private static (string Name, JsonElement Value)[] Members(JsonElement node, string path, params string[] names)
    {
        if (node.ValueKind != JsonValueKind.Object) throw Wrong(path);
        (string Name, JsonElement Value)[] members = [.. node.EnumerateObject().Select(member => (member.Name, member.Value))];
        return members.Length == names.Length && names.All(name => members.Any(member => member.Name == name)) ? members : throw Wrong(path);
    }

    private static TokenFileException Wrong(string path) => new($"{path} is no file of tokens: {{\"tokens\": [{{\"principal\": \"NAME\", \"sha256\": \"64 hexadecimal digits\"}}]}}; `toolgen serve --tokens FILE --new-token NAME` writes it");

    private static void Write(string path, Entry[] entries)
    {
        var written = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var file = new FileStream(written, options))
            using (var json = new Utf8JsonWriter(file, Layout))
            {
                json.WriteStartObject();
                json.WriteStartArray("tokens");
                foreach (var entry in entries)
                {
                    json.WriteStartObject();
                    json.WriteString("principal", entry.Principal);
                    json.WriteString("sha256", Convert.ToHexStringLower(entry.Hash));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            File.Move(written, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TokenFileException($"{path} can't be written: {e.Message}");
        }
    }

    // Once a second at most: a request does not pay for a look at the disk.
    private void Refresh()
    {
        lock (this.gate)
        {
            if (this.time.GetElapsedTime(this.looked) < TimeSpan.FromSeconds(1)) return;
            this.looked = this.time.GetTimestamp();
            var now = Seen(this.path);
            if (now == this.seen) return;
            try
            {
                this.entries = Parse(this.path);
                this.seen = now;
            }
            catch (TokenFileException e)
            {
                // A file that says nothing lets nobody in.
                this.entries = [];
                this.log?.Invoke(e.Message + "; until it can be read nobody is let in");
            }
        }
    }

    private sealed record Entry(string Principal, byte[] Hash);
}

/// <summary>A file of tokens is none; the sentence says what one is.</summary>
public sealed class TokenFileException(string message) : Exception(message);
