using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace ToolGen.EndToEnd;

/// <summary>A folder of projects that use the packed package.</summary>
internal sealed class Consumer
{
    private readonly PackedFeed feed;

    private Consumer(PackedFeed feed, string folder)
    {
        this.feed = feed;
        Folder = folder;
    }

    public string Folder { get; }

    /// <summary>What a project file says beside its own lines.</summary>
    public string Reference => $"""<ItemGroup><PackageReference Include="ToolGen" Version="{feed.Version}" /></ItemGroup>""";

    /// <summary>A new folder whose name has blanks.</summary>
    public static async Task<Consumer> Create(string name)
    {
        var feed = await PackedFeed.Get();
        var folder = Path.Combine(PackedFeed.Root, "work", name);
        Directory.CreateDirectory(folder);
        return new(feed, folder);
    }

    public string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    public Consumer Write(string path, string text)
    {
        var full = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>Writes <c>NAME/NAME.csproj</c>.</summary>
    public Consumer Project(string name, string lines, string framework = "<TargetFramework>net10.0</TargetFramework>", string sdk = "Microsoft.NET.Sdk") => Write($"{name}/{name}.csproj", $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>{framework}<Version>1.0.0-a</Version><Nullable>enable</Nullable><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup>
          {lines}
        </Project>
        """);

    public Task<string> Dotnet(params string[] arguments) => EndToEnd.Dotnet.Run(Folder, feed.Environment, arguments);

    /// <summary>The same with more in the environment.</summary>
    public Task<string> Dotnet((string Name, string Value)[] environment, params string[] arguments) => EndToEnd.Dotnet.Run(Folder, Environment(environment), arguments);

    public Task<Dotnet.Answer> TryDotnet(params string[] arguments) => EndToEnd.Dotnet.Try(Folder, feed.Environment, arguments);

    public IReadOnlyDictionary<string, string> Environment(params (string Name, string Value)[] more) =>
        feed.Environment.Where(pair => more.All(other => other.Name != pair.Key))
            .Concat(more.Select(pair => new KeyValuePair<string, string>(pair.Name, pair.Value))).ToDictionary(pair => pair.Key, pair => pair.Value);
}
