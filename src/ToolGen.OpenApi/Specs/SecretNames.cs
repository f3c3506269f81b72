using System;
using System.Linq;

namespace ToolGen.OpenApi.Specs;

/// <summary>How the secrets of a service are called, so that the names say whose they are: <c>api.spotify.com</c> and <c>token</c> make <c>spotify_token</c>.</summary>
internal static class SecretNames
{
    private static readonly string[] Ordinary = ["www", "api", "apis", "rest", "gateway", "com", "org", "net", "io", "co", "dev", "app", "v1", "v2", "v3"];

    /// <param name="server">The address of the service.</param>
    /// <param name="word"><c>token</c>, <c>password</c>, or the name that the service has for the key.</param>
    public static string Of(string server, string word)
    {
        var host = Uri.TryCreate(server, UriKind.Absolute, out var uri) ? uri.Host : "";
        var labels = host.Split('.').Where(label => label.Length > 0).ToList();
        var named = labels.Take(Math.Max(1, labels.Count - 1)).Where(label => !Ordinary.Contains(label.ToLowerInvariant())).LastOrDefault() ?? labels.FirstOrDefault() ?? "service";
        var name = InputNames.Plain($"{named}_{word}").Replace('-', '_').ToLowerInvariant();
        return name.Length <= 64 ? name : name[..64];
    }
}
