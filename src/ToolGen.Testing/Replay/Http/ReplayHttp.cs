using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Checks;
using ToolGen.Effects;
using ToolGen.Effects.Http;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Json;

namespace ToolGen.Testing.Replay.Http;

/// <summary>
/// Answers from <c>given.http</c>: the first that is left and fits, each once. Waits are skipped; a request is tried again while there is a
/// recording for it, then its last answer stands.
/// </summary>
internal sealed class ReplayHttp(CallScope scope, ReplayState state) : IToolHttp
{
    public ValueTask<ToolHttpResponse> SendAsync(ToolHttpRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var seen = this.Check(request);
        var recordings = state.World.Http ?? [];
        Recording? answer = null;
        for (var attempt = 0; attempt <= request.Retries; attempt++)
        {
            if (state.Take(recordings, one => one.Node["request"] is not JsonObject pattern || RequestPattern.Compare(pattern, seen, isWhole: false).Distance == 0) is not { } taken) break;
            scope.CountHttp();
            state.See(seen);
            answer = taken;
            if (!IsTransient(answer)) break;
        }

        return ValueTask.FromResult(answer is null ? throw this.Unanswered(seen, recordings) : Response(answer, request));
    }

    private SeenRequest Check(ToolHttpRequest request)
    {
        // The same rules as of a request that is sent.
        var target = HttpTarget.Parse(request.Url);
        HttpHeaderRules.Require(request);
        if (request.Auth is { Scheme: "header" or "hmac" } auth) HttpHeaderRules.RequireName(auth.Carrier ?? "");
        HttpGate.RequireCapability(scope, request.Method, target);
        var (secret, isSent) = this.Secret(request.Auth);
        return SeenRequest.Of(request, target.ToUri(), secret, isSent);
    }

    // A secret that no `given` names is there, unless it is optional: the sample sees it as *** only.
    private (string? Value, bool IsSent) Secret(ToolHttpAuth? auth)
    {
        if (auth is null) return (null, false);
        scope.Use(new SecretCapability(auth.Secret));
        var isNamed = state.World.Secrets.TryGetValue(auth.Secret, out var value);
        if (isNamed) state.Touch("/given/secrets/" + auth.Secret);
        if (value is null && auth.Optional) return (null, false);
        if (isNamed && value is null) throw ReplaySecrets.Missing(auth.Secret);
        return (value, true);
    }

    private static bool IsTransient(Recording answer) =>
        Status(answer) is 408 or 429 or >= 500 || answer.Text("error") == ToolErrorCodes.Unavailable;

    private static int Status(Recording answer) => answer.Node["status"] is JsonNumber number && ExactNumber.TryGetInt64(number.Text, out var status) ? (int)status : 200;

    private static ToolHttpResponse Response(Recording answer, ToolHttpRequest request)
    {
        if (answer.Text("error") is { } code) throw new ToolException(code, $"{answer.Place} records that {CallScope.Shown(request.Url)} does not answer");
        var body = answer.Node["response"] ?? answer.Node["body"];
        var headers = (answer.Node["headers"] as JsonObject)?.Members.Select(member => new KeyValuePair<string, string>(member.Name, (member.Value as JsonString)?.Value ?? "")).ToList() ?? [];
        if (body is not null && !headers.Exists(header => string.Equals(header.Key, "Content-Type", StringComparison.OrdinalIgnoreCase)))
            headers.Add(new("Content-Type", body is JsonString ? "text/plain; charset=utf-8" : "application/json"));
        return new(Status(answer), request.Url, headers, Encoding.UTF8.GetBytes(body switch { null => "", JsonString text => text.Value, _ => JsonWriter.Compact(body) }));
    }

    private ToolException Unanswered(SeenRequest seen, IReadOnlyList<Recording> recordings)
    {
        if (recordings.Count == 0)
        {
            state.Miss($"{seen}; add its answer to given.http");
            return new(ToolErrorCodes.Unavailable, $"the sample records no answer for {seen}");
        }

        var left = recordings.Where(one => !one.IsUsed).ToArray();
        var what = left.Length == 0 ? $"each of the {recordings.Count} recorded answers was given before" : Nearest(seen, left);
        state.Mismatch($"no recorded answer fits {seen}: {what}");
        return new(ToolErrorCodes.Unavailable, $"no recorded answer fits {seen}");
    }

    private static string Nearest(SeenRequest seen, Recording[] left)
    {
        var nearest = left.Select(one => (Recording: one, Pattern: RequestPattern.Compare((JsonObject)one.Node["request"]!, seen, isWhole: false))).MinBy(pair => pair.Pattern.Distance);
        return $"the nearest is {nearest.Recording.Place}, which differs in {string.Join("; ", nearest.Pattern.Differences)}";
    }
}
