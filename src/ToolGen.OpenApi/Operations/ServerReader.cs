using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.OpenApi.Documents;
using ToolGen.Specification.Findings;

namespace ToolGen.OpenApi.Operations;

/// <summary>Chooses where the requests of an operation go: a spec has one literal host.</summary>
/// <param name="given">What the caller wants; null: the document decides. A document whose servers are paths alone needs it.</param>
/// <param name="findings">Takes what was chosen.</param>
internal sealed class ServerReader(string? given, ImportFindings findings)
{
    /// <summary>Of OpenAPI 3's <c>servers</c>.</summary>
    public string? Choose(IReadOnlyList<At> servers)
    {
        var urls = servers.Select(server => (At: server, Url: this.Filled(server))).Where(server => server.Url is not null).Select(server => (server.At, Url: server.Url!)).ToList();
        var (at, url) = urls.OrderBy(server => Rank(server.Url)).FirstOrDefault();
        if (given is not null)
        {
            // Where the document's server is a path, it counts from the host that is given, unless that has a path of its own.
            var path = url is not null && url.StartsWith('/') && new Uri(given).AbsolutePath == "/" ? url.TrimEnd('/') : "";
            return given.TrimEnd('/') + path;
        }

        if (url is null || Rank(url) > 1) return null;
        if (urls.Count > 1) findings.Add(FindingCatalog.ServerChosen, at, url, $"the document names {urls.Count} servers");
        return url.TrimEnd('/');
    }

    /// <summary>Of Swagger 2.0's <c>host</c>, <c>basePath</c> and <c>schemes</c>.</summary>
    public string? Choose(At root, At operation)
    {
        var path = root["basePath"].Text?.Trim().Trim('/') ?? "";
        if (path.Length > 0) path = "/" + path;
        if (given is not null) return given.TrimEnd('/') + (new Uri(given).AbsolutePath == "/" ? path : "");
        if (root["host"].Text?.Trim().TrimEnd('/') is not { } host) return null;

        // Some write the whole address there.
        var start = host.IndexOf("://", StringComparison.Ordinal);
        if (start >= 0) host = host[(start + 3)..];
        var schemes = (operation["schemes"].Items.Any() ? operation["schemes"] : root["schemes"]).Items.Select(scheme => scheme.Text).ToList();
        return (schemes.Count > 0 && !schemes.Contains("https") && schemes.Contains("http") ? "http://" : "https://") + host + path;
    }

    private static int Rank(string url) => url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 0 : url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 1 : 2;

    private string? Filled(At server)
    {
        if (server["url"].Text?.Trim() is not { } url) return null;
        if (url.StartsWith("//", StringComparison.Ordinal)) url = "https:" + url;
        var template = url;
        foreach (var (name, variable) in server["variables"].Members)
        {
            var value = Scalar(variable["default"]) ?? variable["enum"].Items.Select(Scalar).FirstOrDefault();
            if (value is not null) url = url.Replace("{" + name + "}", value, StringComparison.Ordinal);
        }

        if (url.Contains('{', StringComparison.Ordinal)) return null;
        if (url != template && given is null) findings.Add(FindingCatalog.ServerChosen, server, url, $"its variables ({template}) stand for their defaults");
        return Rank(url) < 2 || url.StartsWith('/') ? url : Rank("https://" + url) == 0 && url.Split('/')[0].Contains('.', StringComparison.Ordinal) ? "https://" + url : "/" + url;
    }

    private static string? Scalar(At at) => at.Node switch
    {
        ToolGen.Specification.Json.JsonString text => text.Value,
        ToolGen.Specification.Json.JsonNumber number => number.Text,
        _ => null,
    };
}
