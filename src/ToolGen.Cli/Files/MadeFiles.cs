using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using ToolGen.Cli.Output;

namespace ToolGen.Cli.Files;

/// <summary>
/// The list inside a folder that tells which files a command made and what they held, so that a file of someone else, or one that was edited
/// since, is known. One list can hold the files of several makers.
/// </summary>
internal sealed class MadeFiles
{
    private readonly string path;
    private readonly SortedDictionary<string, SortedDictionary<string, string>> makers = new(StringComparer.Ordinal);

    private MadeFiles(string path) => this.path = path;

    /// <summary>The list's text as it is now.</summary>
    public string Text
    {
        get
        {
            using var text = new StringWriter();
            JsonOutput.Write(text, json =>
            {
                json.WriteStartObject();
                foreach (var (maker, files) in this.makers)
                {
                    json.WriteStartObject(maker);
                    foreach (var (name, hash) in files) json.WriteString(name, hash);
                    json.WriteEndObject();
                }

                json.WriteEndObject();
            });
            return text.ToString();
        }
    }

    /// <summary>Reads a list; one that is none makes every file foreign. Names that lead out of the folder are not believed.</summary>
    public static MadeFiles Read(string path)
    {
        var made = new MadeFiles(path);
        try
        {
            using var list = JsonDocument.Parse(File.ReadAllBytes(path));
            foreach (var maker in list.RootElement.EnumerateObject().Where(entry => entry.Value.ValueKind == JsonValueKind.Object))
                foreach (var file in maker.Value.EnumerateObject().Where(entry => entry.Value.ValueKind == JsonValueKind.String && IsInside(entry.Name)))
                    made.Of(maker.Name)[file.Name] = file.Value.GetString()!;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or ArgumentException)
        {
            made.makers.Clear();
        }

        return made;
    }

    /// <summary>The files of one maker, by name: their hashes.</summary>
    public SortedDictionary<string, string> Of(string maker)
    {
        if (!this.makers.TryGetValue(maker, out var files)) this.makers[maker] = files = new(StringComparer.Ordinal);
        return files;
    }

    /// <summary>Whether a file is there that is not as its maker left it.</summary>
    public bool IsForeign(string maker, string name)
    {
        var full = this.Full(name);
        return File.Exists(full) && (!this.Of(maker).TryGetValue(name, out var hash) || hash != Hash(File.ReadAllBytes(full)));
    }

    public string Full(string name) => Path.Combine(Path.GetDirectoryName(this.path)!, name.Replace('/', Path.DirectorySeparatorChar));

    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static bool IsInside(string name) => !Path.IsPathRooted(name) && !name.Split('/', '\\').Contains("..");
}
