// Reads a note; the context is there, but the file is opened beside it.
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public static class NoteTools
    {
        private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "notes");

        /// <summary>Text of a note.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public static async Task<string> ReadNote(string name, ToolContext context, CancellationToken cancellationToken)
        {
            var path = Path.GetFullPath(Path.Combine(Root, name + ".md"));
            if (!path.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new ToolException(ToolErrorCodes.Denied, "that is no note");
            context.Log($"reading a note of {name.Length} characters' name");
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
    }
}

namespace Fixed
{
    public static class NoteTools
    {
        /// <summary>Text of a note.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["read notes/*"])]
        public static async Task<string> ReadNote(string name, ToolContext context, CancellationToken cancellationToken)
        {
            context.Log($"reading a note of {name.Length} characters' name");
            using var reader = new StreamReader(context.Files.OpenRead($"notes/{name}.md"));
            return await reader.ReadToEndAsync(cancellationToken);
        }
    }
}
