// Reads a release note from the notes folder; the file name is joined to the folder as it comes.
using System;
using System.ComponentModel;
using System.IO;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class ReleaseNotes
    {
        private const string Folder = "content/releases";

        [McpServerTool(Name = "read_release_note", ReadOnly = true), Description("Returns a release note as Markdown.")]
        public static string Read([Description("File name, such as 2.4.0.md")] string file)
        {
            var path = Path.Combine(Folder, file);
            return File.Exists(path) ? File.ReadAllText(path) : "There is no such note.";
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class ReleaseNotes
    {
        private static readonly string Root = Path.GetFullPath("content/releases") + Path.DirectorySeparatorChar;

        [McpServerTool(Name = "read_release_note", ReadOnly = true), Description("Returns a release note as Markdown.")]
        public static string Read([Description("File name, such as 2.4.0.md")] string file)
        {
            var path = Path.GetFullPath(Path.Combine(Root, file));
            if (!path.StartsWith(Root, StringComparison.Ordinal)) return "There is no such note.";
            return File.Exists(path) ? File.ReadAllText(path) : "There is no such note.";
        }
    }
}
