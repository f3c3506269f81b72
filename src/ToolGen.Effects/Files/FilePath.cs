using System;
using System.Text;
using ToolGen.Specification.Json;

namespace ToolGen.Effects.Files;

/// <summary>A path of a tool, taken apart: a granted folder's name and names below it, each of which keeps <see cref="FileNameRules"/>.</summary>
/// <param name="Folder">The granted folder's name.</param>
/// <param name="Parents">The folders below it, outermost first.</param>
/// <param name="Name">The file's name.</param>
internal sealed record FilePath(string Folder, string[] Parents, string Name)
{
    /// <summary>Most bytes of a path in UTF-8.</summary>
    public const int MaximumBytes = 2_048;

    /// <summary>Most parts of a path, the granted folder among them.</summary>
    public const int MaximumParts = 60;

    /// <summary>Below the granted folder.</summary>
    public string Below { get; } = string.Join('/', [.. Parents, Name]);

    /// <summary>As the tool named it.</summary>
    public string Text => this.Folder + "/" + this.Below;

    /// <summary>Takes a path apart.</summary>
    /// <exception cref="ToolException"><c>denied</c>: it is none, and the message says why.</exception>
    public static FilePath Parse(string path)
    {
        RefuseLength(path);
        var parts = path.Split('/');
        RefuseParts(path, parts.Length);
        foreach (var part in parts)
            if (FileNameRules.FaultOf(part) is { } fault) throw Refused(path, fault);
        return new(parts[0], parts[1..^1], parts[^1]);
    }

    public static void RefuseLength(string path)
    {
        if (path.Length > MaximumBytes || Encoding.UTF8.GetByteCount(path) > MaximumBytes) throw Refused(path, $"it is longer than {MaximumBytes} bytes");
    }

    public static void RefuseParts(string path, int count)
    {
        if (count > MaximumParts) throw Refused(path, $"it has more than {MaximumParts} parts");
        if (count < 2 && FileNameRules.FaultOf(path) is null) throw Refused(path, "it names a folder; a file's path is FOLDER/NAME");
    }

    public static ToolException Refused(string path, string fault) =>
        new(ToolErrorCodes.Denied, $"\"{Shown(path)}\" is no path of a file: {fault}");

    /// <summary>A tool's text for a message: short, and nothing in it that hides.</summary>
    public static string Shown(string path)
    {
        var text = new StringBuilder();
        var start = CallScope.Shown(path);
        for (var i = 0; i < start.Length; i++)
        {
            var code = InvisibleCharacters.CodePointAt(start, i);
            if (code < ' ' || code is >= 0xD800 and <= 0xDFFF || InvisibleCharacters.Contains(code)) text.Append('<').Append(InvisibleCharacters.Name(code)).Append('>');
            else text.Append(char.ConvertFromUtf32(code));
            if (code > 0xFFFF) i++;
        }

        return text.ToString();
    }
}
