using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.EndToEnd.Templates;

/// <summary><c>dotnet new</c> with the packed templates, in a hive of its own: what the machine has installed plays no part.</summary>
internal sealed class Hive
{
    private static readonly System.Lazy<Task<Hive>> Shared = new(async () =>
    {
        var hive = new Hive(await PackedFeed.Get(), "hive");
        await hive.New(hive.feed.Folder, "install", hive.Pack);
        return hive;
    });

    private readonly PackedFeed feed;
    private readonly string folder;

    private Hive(PackedFeed feed, string name)
    {
        this.feed = feed;
        this.folder = Path.Combine(PackedFeed.Root, name);
    }

    /// <summary>The package of templates.</summary>
    public string Pack => this.feed.PackageOf("ToolGen.Templates");

    /// <summary>The one in which the templates are installed; nobody takes them out of it.</summary>
    public static Task<Hive> Get() => Shared.Value;

    /// <summary>An empty one.</summary>
    public static async Task<Hive> Empty(string name) => new(await PackedFeed.Get(), name);

    /// <summary>Runs <c>dotnet new</c> to its good end.</summary>
    public async Task<string> New(string where, params string[] arguments)
    {
        var answer = await this.TryNew(where, arguments);
        Assert.AreEqual(0, answer.ExitCode, $"dotnet new {string.Join(' ', arguments)}\n{answer.Output}");
        return answer.Output;
    }

    public Task<Dotnet.Answer> TryNew(string where, params string[] arguments) => this.TryNew(where, this.feed.Environment, arguments);

    public Task<Dotnet.Answer> TryNew(string where, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Dotnet.Try(where, environment, ["new", .. arguments, "--debug:custom-hive", this.folder]);
}
