// Makes the checksum of a delivery; the context is asked whether the file is there, the disk for its bytes.
using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public sealed class ChecksumTools(string folder)
    {
        /// <summary>SHA-256 of a delivered file.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["read deliveries/**"])]
        public async Task<string> ChecksumAsync(string file, ToolContext context, CancellationToken ct)
        {
            if (context.Files.Find(FilePattern.Of("deliveries/" + file)).Count == 0) throw new ToolException(ToolErrorCodes.NotFound, "there is no such file");
            await using var stream = File.OpenRead(Path.Combine(folder, file));
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
        }
    }
}

namespace Fixed
{
    public sealed class ChecksumTools
    {
        /// <summary>SHA-256 of a delivered file.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["read deliveries/**"])]
        public async Task<string> ChecksumAsync(string file, ToolContext context, CancellationToken ct)
        {
            var found = context.Files.Find(FilePattern.Of("deliveries/" + file)).FirstOrDefault() ?? throw new ToolException(ToolErrorCodes.NotFound, "there is no such file");
            await using var stream = context.Files.OpenRead(found.FullPath);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
        }
    }
}
