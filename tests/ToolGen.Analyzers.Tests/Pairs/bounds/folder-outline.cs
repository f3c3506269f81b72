// Prints the outline of the documents folder; depth and number of entries are as large as asked for.
using System;
using System.ComponentModel;
using System.IO;
using System.Text;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record DocumentRoot(string Path);

    [McpServerToolType]
    public sealed class OutlineTools(DocumentRoot root)
    {
        [McpServerTool(Name = "outline_documents"), Description("The tree of the documents folder.")]
        public string Outline(int maxDepth = 3)
        {
            var text = new StringBuilder();
            Walk(new DirectoryInfo(root.Path), 0, maxDepth, text);
            return text.ToString();
        }

        private static void Walk(DirectoryInfo folder, int depth, int maxDepth, StringBuilder text)
        {
            if (depth > maxDepth) return;
            foreach (var entry in folder.EnumerateFileSystemInfos())
            {
                text.Append(' ', depth * 2).AppendLine(entry.Name);
                if (entry is DirectoryInfo inner) Walk(inner, depth + 1, maxDepth, text);
            }
        }
    }
}

namespace Fixed
{
    public sealed record DocumentRoot(string Path);

    [McpServerToolType]
    public sealed class OutlineTools(DocumentRoot root)
    {
        private const int DeepestLevel = 6;
        private const int MostEntries = 2000;

        [McpServerTool(Name = "outline_documents"), Description("The tree of the documents folder, 6 levels and 2,000 entries at most.")]
        public string Outline(int maxDepth = 3)
        {
            var text = new StringBuilder();
            var left = MostEntries;
            Walk(new DirectoryInfo(root.Path), 0, Math.Min(maxDepth, DeepestLevel), text, ref left);
            if (left <= 0) text.AppendLine("… more");
            return text.ToString();
        }

        private static void Walk(DirectoryInfo folder, int depth, int maxDepth, StringBuilder text, ref int left)
        {
            if (depth > maxDepth) return;
            foreach (var entry in folder.EnumerateFileSystemInfos())
            {
                if (--left <= 0) return;
                text.Append(' ', depth * 2).AppendLine(entry.Name);
                if (entry is DirectoryInfo inner && inner.LinkTarget is null) Walk(inner, depth + 1, maxDepth, text, ref left);
            }
        }
    }
}
