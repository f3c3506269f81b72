using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Security.Cryptography;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects;
using ToolGen.Forge.Packages;

namespace ToolGen.Forge.Tests.Packages;

/// <summary>A folder that is a feed, with packages that the test makes, and a <c>nuget.config</c> that knows no other source.</summary>
internal sealed class MadeFeed : IDisposable
{
    private readonly Dictionary<string, byte[]> images = new(StringComparer.Ordinal);
    private readonly List<PackageGrant> grants = [];

    public MadeFeed()
    {
        Directory.CreateDirectory(Path.Combine(this.Folder, "feed"));
        File.WriteAllText(Path.Combine(this.Folder, "nuget.config"), """
            <configuration>
              <config><add key="globalPackagesFolder" value="unpacked" /></config>
              <packageSources><clear /><add key="made" value="feed" /></packageSources>
              <packageSourceMapping><clear /></packageSourceMapping>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
            </configuration>
            """);
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "toolgen-packages-" + Guid.NewGuid().ToString("N"));

    /// <summary>What was granted so far.</summary>
    public PackageShelf Shelf => new([.. this.grants], this.Folder);

    public void Dispose() => Directory.Delete(this.Folder, recursive: true);

    /// <summary>Makes a package of one library.</summary>
    /// <param name="id">Its id, and the library's name.</param>
    /// <param name="code">The library's C#.</param>
    /// <param name="needs">Ids of packages made before; each in version 1.0.0.</param>
    /// <param name="more">Paths of further entries; each holds one byte.</param>
    /// <param name="assembly">The library's name where it is another.</param>
    /// <returns>The file.</returns>
    public string Make(string id, string code, string[]? needs = null, string[]? more = null, string? assembly = null)
    {
        var compilation = CSharpCompilation.Create(
            assembly ?? id, [CSharpSyntaxTree.ParseText(code)], [.. Net100.References.All, .. (needs ?? []).Select(one => MetadataReference.CreateFromImage(this.images[one]))],
            new(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Assert.IsTrue(compilation.Emit(image) is { Success: true }, string.Join('\n', compilation.GetDiagnostics()));
        this.images[id] = image.ToArray();
        var path = Path.Combine(this.Folder, "feed", $"{id}.1.0.0.nupkg");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            Write(zip, $"{id}.nuspec", System.Text.Encoding.UTF8.GetBytes($"""
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
                  <metadata><id>{id}</id><version>1.0.0</version><authors>t</authors><description>t</description>
                    <dependencies><group targetFramework="net8.0">{string.Concat((needs ?? []).Select(one => $"<dependency id=\"{one}\" version=\"1.0.0\" />"))}</group></dependencies>
                  </metadata>
                </package>
                """));
            Write(zip, $"lib/net8.0/{assembly ?? id}.dll", this.images[id]);
            foreach (var entry in more ?? []) Write(zip, entry, [0]);
        }

        return path;
    }

    /// <summary>Grants the package as it lies in the feed.</summary>
    public MadeFeed Grant(string id, params string[] members)
    {
        this.grants.Add(new(id, "[1.0.0]") { Sha512 = Convert.ToBase64String(SHA512.HashData(File.ReadAllBytes(Path.Combine(this.Folder, "feed", $"{id}.1.0.0.nupkg")))), Members = members });
        return this;
    }

    /// <summary>Grants it as given.</summary>
    public MadeFeed Grant(PackageGrant grant)
    {
        this.grants.Add(grant);
        return this;
    }

    private static void Write(ZipArchive zip, string path, byte[] bytes)
    {
        using var entry = zip.CreateEntry(path).Open();
        entry.Write(bytes);
    }
}
