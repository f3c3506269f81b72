using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading;
using ToolGen.Cli.Output;

namespace ToolGen.Cli.Files;

/// <summary>
/// A folder that <c>toolgen build</c> fills. A list inside it (<c>.toolgen-files.json</c>) tells which files it made and what they held, so that a
/// file of someone else, or one that was edited since, is not overwritten, and a file of a spec that is gone is taken away.
/// </summary>
internal sealed class BuildFolder(string path)
{
    private const string ListName = ".toolgen-files.json";
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    /// <summary>Plans a file.</summary>
    /// <param name="name">Relative to the folder, with <c>/</c>.</param>
    /// <param name="text">UTF-8 without a mark.</param>
    public void Add(string name, string text) => this.files[name] = new UTF8Encoding(false).GetBytes(text);

    /// <summary>Writes what was planned; nothing where something is in the way.</summary>
    /// <exception cref="OutputException">A file is in the way and <paramref name="force"/> is off, or can't be written.</exception>
    public IReadOnlyCollection<string> Write(bool force, CancellationToken cancellationToken)
    {
        if (File.Exists(path)) throw new OutputException($"cannot write into {path}: it is a file");
        var made = this.ReadList();
        var foreign = this.files.Keys.Where(name => IsForeign(name, made)).ToArray();
        if (foreign.Length > 0 && !force)
            throw new OutputException($"not written: {string.Join(", ", foreign.Take(10))} in {path} {(foreign.Length == 1 ? "is" : "are")} not as `toolgen build` left {(foreign.Length == 1 ? "it" : "them")}; move {(foreign.Length == 1 ? "it" : "them")} away, or say --force");

        using var batch = new FileBatch();
        foreach (var (name, content) in this.files) batch.Add(Full(name), content);
        batch.Add(Full(ListName), this.List());
        batch.Commit(cancellationToken);
        foreach (var name in made.Keys.Where(name => !this.files.ContainsKey(name) && !IsForeign(name, made))) File.Delete(Full(name));
        return this.files.Keys;
    }

    private bool IsForeign(string name, IReadOnlyDictionary<string, string> made) =>
        File.Exists(Full(name)) && (!made.TryGetValue(name, out var hash) || hash != Hash(File.ReadAllBytes(Full(name))));

    private string Full(string name) => Path.Combine(path, name.Replace('/', Path.DirectorySeparatorChar));

    private static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private string List()
    {
        using var text = new StringWriter();
        JsonOutput.Write(text, json =>
        {
            json.WriteStartObject();
            foreach (var (name, content) in this.files) json.WriteString(name, Hash(content));
            json.WriteEndObject();
        });
        return text.ToString();
    }

    /// <summary>What was made last time; a list that is none makes every file foreign. Names that lead out of the folder are not believed.</summary>
    private Dictionary<string, string> ReadList()
    {
        try
        {
            using var list = JsonDocument.Parse(File.ReadAllBytes(Full(ListName)));
            return list.RootElement.EnumerateObject()
                .Where(entry => entry.Value.ValueKind == JsonValueKind.String && !Path.IsPathRooted(entry.Name) && !entry.Name.Split('/', '\\').Contains(".."))
                .ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!, StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or ArgumentException)
        {
            return [];
        }
    }
}
