using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects;
using ToolGen.TestSupport;

namespace ToolGen.OpenApi.Tests;

/// <summary>A document of the tests, and what a call of one of its tools sends to a loopback server.</summary>
internal static class ImportedCall
{
    private const string Host = "http://service.example";

    public static string Full(string file) => Path.Combine(AppContext.BaseDirectory, "documents", file);

    public static ImportResult Import(string file) => new OpenApiImporter().Import(Full(file));

    public static async Task<SeenRequest> Of(string file, string name, string arguments)
    {
        var result = new OpenApiImporter { Server = new(Host) }.Import(Full(file));
        using var compiled = Compiled.Of(result.Tools);
        await using var loopback = new LoopbackServer(_ => new Reply(200, "[]"));
        await using var effects = new ToolEffects(
            new() { Http = [new(Host, ["*"], loopback.Address)], Secrets = result.Tools.SelectMany(tool => tool.Secrets).Distinct().ToDictionary(secret => secret, secret => new SecretGrant("KEY", [Host])), Settings = result.Tools.SelectMany(tool => tool.Settings).Distinct().ToDictionary(setting => setting, _ => "me") },
            new() { Environment = _ => "sesame-open" });
        var tool = compiled[name];
        var answer = await tool.CallAsync(Encoding.UTF8.GetBytes(arguments), effects.For(tool));
        Assert.HasCount(1, loopback.Seen, string.Join("; ", answer.Errors));
        return loopback.Seen[0];
    }
}
