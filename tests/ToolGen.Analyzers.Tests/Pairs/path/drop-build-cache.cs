// Drops the cache of a branch on a CI machine; an empty, climbing or rooted branch deletes other folders, recursively.
using System;
using System.ComponentModel;
using System.IO;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface ICacheLayout { string Root { get; } }

    [McpServerToolType]
    public class CacheTools
    {
        private readonly ICacheLayout layout;
        public CacheTools(ICacheLayout layout) => this.layout = layout;

        [McpServerTool(Name = "drop_cache", Destructive = true, Idempotent = true), Description("Drops the build cache of a branch.")]
        public string Drop(string branch)
        {
            var directory = new DirectoryInfo(Path.Combine(this.layout.Root, branch));
            if (!directory.Exists) return "There is no cache.";
            directory.Delete(recursive: true);
            return "dropped";
        }
    }
}

namespace Fixed
{
    public interface ICacheLayout { string Root { get; } }

    [McpServerToolType]
    public class CacheTools
    {
        private readonly ICacheLayout layout;
        public CacheTools(ICacheLayout layout) => this.layout = layout;

        [McpServerTool(Name = "drop_cache", Destructive = true, Idempotent = true), Description("Drops the build cache of a branch.")]
        public string Drop(string branch)
        {
            foreach (var directory in new DirectoryInfo(this.layout.Root).EnumerateDirectories())
            {
                if (!directory.Name.Equals(branch, StringComparison.Ordinal)) continue;
                directory.Delete(recursive: true);
                return "dropped";
            }

            return "There is no cache.";
        }
    }
}
