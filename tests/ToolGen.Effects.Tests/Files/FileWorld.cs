using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace ToolGen.Effects.Tests.Files;

/// <summary>A folder of a test: <c>data</c> (read) and <c>out</c> (read and written) are granted, what is beside them is not. Removed at the end.</summary>
internal sealed class FileWorld : IDisposable
{
    public FileWorld()
    {
        this.Root = Directory.CreateTempSubdirectory("toolgen-files-").FullName;
        Directory.CreateDirectory(this.At("data"));
        Directory.CreateDirectory(this.At("out"));
        this.Put("secret.txt", "secret");
        this.Grants = new() { Folders = new Dictionary<string, FolderGrant> { ["data"] = new(this.At("data")), ["out"] = new(this.At("out"), GrantAccess.ReadWrite) } };
    }

    public string Root { get; }

    public Grants Grants { get; }

    public string At(string path) => Path.Combine([this.Root, .. path.Split('/')]);

    public void Put(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this.At(path))!);
        File.WriteAllText(this.At(path), text);
    }

    public string Text(string path) => File.ReadAllText(this.At(path));

    /// <summary>The files of a tool with these capabilities; none given: all of both folders.</summary>
    public IToolFiles Files(params string[] capabilities) => this.Files(new ToolEffectsOptions(), capabilities);

    public IToolFiles Files(ToolEffectsOptions options, params string[] capabilities) =>
        new ToolEffects(this.Grants, options).For(new StubTool(capabilities.Length > 0 ? capabilities : ["read data/**", "read out/**", "write out/**"])).Files;

    /// <summary>Every file and folder with its content, to see what changed.</summary>
    public string Snapshot() => SnapshotOf(this.Root);

    public static string SnapshotOf(string folder)
    {
        var text = new StringBuilder();
        foreach (var path in Directory.EnumerateFileSystemEntries(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Order(StringComparer.Ordinal))
        {
            var isFile = File.Exists(path) && new FileInfo(path).LinkTarget is null;
            text.Append(Path.GetRelativePath(folder, path)).Append(' ').Append(isFile ? File.ReadAllText(path) : "").Append('\n');
        }

        return text.ToString();
    }

    public void Dispose() => Directory.Delete(this.Root, recursive: true);
}
