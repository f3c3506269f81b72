using System;

namespace ToolGen.Effects.Files;

/// <summary>What kept a system from doing something with a file.</summary>
/// <param name="code">One of <see cref="ToolErrorCodes"/>.</param>
/// <param name="message">A clause behind the path: <c>is a link</c>.</param>
internal sealed class FileFault(string code, string message) : Exception(message)
{
    public string Code { get; } = code;

    public static FileFault NotThere() => new(ToolErrorCodes.NotFound, "is not there");

    public static FileFault Link() => new(ToolErrorCodes.Denied, "is, or leads through, a link: links below a granted folder are not followed; grant the folder that it leads to");

    public static FileFault NoFile(EntryKind kind) => kind switch
    {
        EntryKind.None => NotThere(),
        EntryKind.Link => Link(),
        EntryKind.Folder => new(ToolErrorCodes.NotFound, "is a folder, not a file"),
        _ => new(ToolErrorCodes.Denied, "is a device, pipe or socket, not a file"),
    };

    public static FileFault Exists() => new(ToolErrorCodes.InvalidInput, "is there already, and files are not replaced here");

    public static FileFault Forbidden() => new(ToolErrorCodes.Denied, "is closed to the account that the host runs as");

    public static FileFault Failed(string why) => new(ToolErrorCodes.Unavailable, why);

    /// <summary>As the tool sees it.</summary>
    public ToolException At(string path) => new(this.Code, $"\"{FilePath.Shown(path)}\" {this.Message}");
}
