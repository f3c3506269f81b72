using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;

namespace ToolGen.Server.Calling;

/// <summary>
/// The session tools of all callers, by handle. A handle is 256 random bits; only its hash is kept, and it opens nothing to another caller: to that one
/// it is a handle that there never was.
/// </summary>
internal sealed class SessionTools(ToolServerOptions options)
{
    /// <summary>What every handle begins with; no name of a tool has a colon.</summary>
    public const string Prefix = "session:";

    private const int Bytes = 32;

    private readonly Lock gate = new();
    private readonly Dictionary<string, SessionTool> byHash = new(StringComparer.Ordinal);
    private long clock;

    /// <summary>Keeps a tool.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="handle">What opens it.</param>
    /// <param name="ended">Handles' hashes of those that made room for it.</param>
    /// <returns>False: the server has as many as it keeps.</returns>
    public bool TryAdd(SessionTool tool, [NotNullWhen(true)] out string? handle, out IReadOnlyList<string> ended)
    {
        lock (this.gate)
        {
            var gone = this.Expired();
            if (this.byHash.Where(one => one.Value.Caller == tool.Caller).OrderBy(one => one.Value.Used).Select(one => one.Key).ToArray() is var own && own.Length >= options.SessionTools)
                gone = [.. gone, .. own[..(own.Length - options.SessionTools + 1)]];
            foreach (var hash in gone) this.byHash.Remove(hash);
            ended = gone;
            handle = null;
            if (this.byHash.Count >= options.AllSessionTools) return false;
            handle = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
            tool.Used = ++this.clock;
            this.byHash.Add(HashOf(handle), tool);
            return true;
        }
    }

    /// <summary>The tool of a handle; null where it is none of this caller's, or expired.</summary>
    public SessionTool? Find(string handle, string caller)
    {
        lock (this.gate)
        {
            if (!this.byHash.TryGetValue(HashOf(handle), out var tool) || tool.Caller != caller || tool.Expires <= options.Time.GetUtcNow()) return null;
            tool.Used = ++this.clock;
            return tool;
        }
    }

    /// <summary>Ends what expired, and tells the hashes of its handles.</summary>
    public IReadOnlyList<string> Sweep()
    {
        lock (this.gate)
        {
            var gone = this.Expired();
            foreach (var hash in gone) this.byHash.Remove(hash);
            return gone;
        }
    }

    /// <summary>What a handle is kept by: time that a look-up takes tells nothing of it.</summary>
    public static string HashOf(string handle) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(handle)));

    private string[] Expired()
    {
        var now = options.Time.GetUtcNow();
        return [.. this.byHash.Where(one => one.Value.Expires <= now).Select(one => one.Key)];
    }
}
