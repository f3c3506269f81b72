using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace ToolGen.Server.Http;

/// <summary>The protocol's sessions that each caller has open: no caller begins so many that those of others are ended for them.</summary>
/// <param name="ofOne">How many one caller has.</param>
/// <param name="idle">After which time without a request the server ends one.</param>
/// <param name="time">The clock.</param>
internal sealed class CallerSessions(int ofOne, TimeSpan idle, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Dictionary<string, DateTimeOffset>> callers = new(StringComparer.Ordinal);

    /// <summary>Whether a caller may begin one more.</summary>
    public bool MayBegin(string caller)
    {
        lock (this.gate)
        {
            if (!this.callers.TryGetValue(caller, out var own) || own.Count < ofOne) return true;
            var over = time.GetUtcNow() - idle;
            foreach (var gone in own.Where(one => one.Value < over).Select(one => one.Key).ToArray()) own.Remove(gone);
            return own.Count < ofOne;
        }
    }

    /// <summary>One began.</summary>
    public void Began(string caller, string session)
    {
        lock (this.gate)
        {
            if (!this.callers.TryGetValue(caller, out var own)) this.callers.Add(caller, own = new(StringComparer.Ordinal));
            own[session] = time.GetUtcNow();
        }
    }

    /// <summary>One is used, or ended.</summary>
    public void Seen(string caller, string session, bool isEnd)
    {
        lock (this.gate)
        {
            if (!this.callers.TryGetValue(caller, out var own) || !own.ContainsKey(session)) return;
            if (isEnd) own.Remove(session);
            else own[session] = time.GetUtcNow();
        }
    }
}
